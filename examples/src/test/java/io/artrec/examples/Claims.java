package io.artrec.examples;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a sentence apart into what it claims and checks each claim against the facts. A phrase that
 * it does not know is a failure, so that whoever adds one says how it is checked.
 */
final class Claims {
  /** What is claimed in the words of one place of a sentence. */
  @FunctionalInterface
  private interface Check {
    boolean holds(Asked asked, List<Artwork> named, Matcher words);
  }

  /**
   * What was asked, and of whom.
   *
   * @param why the explanation whose sentence is checked
   * @param opinions what the visitor thinks of works, by id; of the named work for similar ones
   * @param wish the asker's words
   */
  record Asked(Explanation why, Map<String, Double> opinions, Optional<String> wish) {
    Artwork work() {
      return why.artwork();
    }

    double opinion(Artwork work) {
      return opinions.getOrDefault(work.id(), 0.0);
    }
  }

  private final Facts facts;
  private final boolean chinese;
  private final Map<Pattern, Check> beginnings = new LinkedHashMap<>();
  private final Map<Pattern, Check> reasons = new LinkedHashMap<>();
  private final String title;
  private final String artist;
  private final String movement;
  private final String subjects;
  private final String colors;

  Claims(Facts facts, boolean chinese) {
    this.facts = facts;
    this.chinese = chinese;
    List<Artwork> works = facts.catalog().stream().toList();
    title = chinese ? "《(%s)》" : "(%s)";
    artist = oneOf(works.stream().flatMap(w -> w.artists().stream()).map(ArtistCredit::name));
    movement = oneOf(works.stream().flatMap(work -> work.movements().stream()));
    subjects = listOf(works.stream().flatMap(work -> work.subjects().stream()));
    colors = listOf(works.stream().flatMap(work -> palette(work).stream()));
    if (chinese) {
      addChinese(titles(works));
    } else {
      addEnglish(titles(works));
    }
  }

  private String titles(List<Artwork> works) {
    return String.format(
        Locale.ROOT,
        title,
        works.stream()
            .map(Artwork::title)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
  }

  private static List<String> palette(Artwork work) {
    return work.attributes().getOrDefault("palette", List.of());
  }

  private static String oneOf(Stream<String> values) {
    return "("
        + values
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"))
        + ")";
  }

  private String listOf(Stream<String> values) {
    String one = oneOf(values);
    return "("
        + (chinese ? one + "(?:、" + one + ")*" : one + "(?:(?:, " + one + ")* and " + one + ")?")
        + ")";
  }

  private List<String> items(String list) {
    return Arrays.asList(list.split(chinese ? "、" : ", | and ", -1));
  }

  private void addEnglish(String t) {
    String two = "(?:both " + t + " and " + t + "|" + t + ")";
    beginning("(?:Like|Akin to|Close to) " + two + ", which you liked", Claims::liked);
    beginning("(?:Like|Akin to|Close to) " + two + ", which drew your interest", Claims::seen);
    beginning("(?:Like|Akin to|Close to) " + t, Claims::named);
    beginning("Because you liked " + t, Claims::liked);
    beginning("Suggested by " + t + ", which you liked", Claims::liked);
    beginning("With " + t + " in mind, which you liked", Claims::liked);
    beginning("Because " + t + " drew your interest", Claims::seen);
    beginning("Suggested by " + t + ", which drew your interest", Claims::seen);
    beginning("With " + t + " in mind, which drew your interest", Claims::seen);
    beginning(
        "(?:Among the nearest to|One of the works nearest to|Of the works here, among the nearest"
            + " to) "
            + t,
        Claims::named);
    beginning(
        "(?:Not from|Not chosen by|Chosen without) your taste, of which too little is known",
        (asked, named, words) -> asked.why().occasion() == Explanation.Occasion.FALLBACK);
    beginning(
        "(?:Nothing is known that makes it like|No likeness to|Nothing that is known likens it to)"
            + " the work named(?: is known)?",
        (asked, named, words) -> asked.why().occasion() == Explanation.Occasion.SIMILAR_FALLBACK);
    reason("also by " + artist + "|by " + artist + " as well", this::byOne);
    reason("linked to " + artist + ", too|also linked to " + artist, this::linked);
    reason("also " + movement + "|" + movement + " as well", this::ofOneMovement);
    reason("again with " + subjects + "|showing " + subjects + " too", this::ofOneSubject);
    reason("(?:the same|in the same) " + colors, this::ofOneColor);
    facet("palette", "a similar palette|alike in palette");
    facet("texture", "a similar texture|alike in texture");
    facet("genre", "the same kind of picture");
    facet("medium", "(?:in )?the same medium");
    facet("period", "close in time|of much the same years");
    facet("size", "a similar size|of similar size");
    facet("text", "described in similar words");
    facet("meaning", "similar in meaning|close in meaning");
    facet("details", "similar in its details|alike in its details");
    String some = t + "(?: and " + t + ")?";
    reason(
        "linked to "
            + some
            + " by what visitors are drawn to|what visitors are drawn to links it to "
            + some
            + "|by what visitors are drawn to, it goes with "
            + some,
        this::drawnTo);
    String count = "(one visitor|([0-9,]+) visitors)";
    reason(
        "of interest to "
            + count
            + "|it drew the interest of "
            + count
            + "|"
            + count
            + " took an interest",
        this::counted);
    reason("looked at lately|of interest lately|it drew attention lately", this::interested);
    reason(
        "(?:picked by chance|chosen by chance, as something|found by chance),? to explore",
        (asked, named, words) -> true);
    reason("(?:fits|answers) what you asked for, “(.+?)”|meets your wish for “(.+?)”", this::fits);
    reason(
        "(?:perhaps not|not clearly) what you asked for, “(.+?)”|it may not meet your wish for"
            + " “(.+?)”",
        this::fitsNot);
    reason("a match overall|it suits on the whole|a match on the whole", Claims::anythingFor);
    reason(
        "nothing that is known speaks for it|nothing known speaks for it|no reason for it is known",
        (asked, named, words) -> !anythingFor(asked, named, words));
    reason(
        "you liked it yourself|you liked this one|this is one you liked",
        (asked, named, words) -> asked.opinion(asked.work()) >= 0.5);
    reason(
        "though you did not like it yourself",
        (asked, named, words) -> asked.opinion(asked.work()) <= -0.5);
    reason(
        "(?:unlike|nothing like|it has nothing of) " + t + ", which you did not like",
        this::unlike);
    reason(
        "though (?:a little like|with something of) " + t + ", which you did not like",
        this::against);
  }

  private void addChinese(String t) {
    String liked = "您喜欢的" + t + "(?:、" + t + ")?都?";
    String seen = "您留意过的" + t + "(?:、" + t + ")?都?";
    beginning("(?:与|和)" + liked + "相[近像]", Claims::liked);
    beginning("(?:与|和)" + seen + "相[近像]", Claims::seen);
    beginning("您喜欢" + t + "(?:、" + t + ")?，此作与(?:之|两者都)相近", Claims::liked);
    beginning("您留意过" + t + "(?:、" + t + ")?，此作与(?:之|两者都)相近", Claims::seen);
    beginning("(?:与|和|此作与)" + t + "相[近像]", Claims::named);
    beginning("因为您喜欢" + t + "|由您喜欢的" + t + "想到|您喜欢" + t + "，故此推荐", Claims::liked);
    beginning("因为您留意过" + t + "|由您留意过的" + t + "想到|您留意过" + t + "，故此推荐", Claims::seen);
    beginning("与" + t + "较为接近的作品之一|属于与" + t + "较接近的作品|在这些作品中与" + t + "较为接近", Claims::named);
    beginning(
        "尚不足以判断您的喜好|对您的喜好所知尚少|还不够了解您的喜好",
        (asked, named, words) -> asked.why().occasion() == Explanation.Occasion.FALLBACK);
    beginning(
        "(?:没有发现它|未见它|就所知而言，它)与所选作品(?:有相似之处|并无相似之处)",
        (asked, named, words) -> asked.why().occasion() == Explanation.Occasion.SIMILAR_FALLBACK);
    reason("同为 ?" + artist + " ?所作|也是 ?" + artist + " ?的作品", this::byOne);
    reason("[都也]与 ?" + artist + " ?有关", this::linked);
    reason("(?:同属|也属于) ?" + movement, this::ofOneMovement);
    reason("(?:都有|同样有) ?" + colors + " ?色调", this::ofOneColor);
    reason("(?:都有|同样有) ?" + subjects, this::ofOneSubject);
    facet("palette", "色调相[近似]");
    facet("texture", "肌理相[近似]");
    facet("genre", "体裁相同|同一体裁");
    facet("medium", "材质相同|同一材质");
    facet("period", "年代相近|创作年代接近");
    facet("size", "尺幅相近|大小相近");
    facet("text", "描述用词相近");
    facet("meaning", "[含意][义思]相近");
    facet("details", "多处特征相近");
    String some = t + "(?:、" + t + ")?";
    reason(
        "观众的喜好把它与" + some + "联系起来|就观众的喜好而言，它与" + some + "相关|观众的喜好使它与" + some + "相连", this::drawnTo);
    reason("有 ([0-9]+) 位观众(?:感兴趣|对它感兴趣|留意过它)", this::counted);
    reason("近期有人关注|近来有人留意|近期受到关注", this::interested);
    reason("(?:随机挑选|随机选出|偶然选中)，供您探索", (asked, named, words) -> true);
    reason("(?:符合|合乎|正合)您的愿望“(.+?)”", this::fits);
    reason("(?:不一定符合|未必符合|也许不合)您的愿望“(.+?)”", this::fitsNot);
    reason("总体匹配|总体相合|总的来说相合", Claims::anythingFor);
    reason(
        "已知的信息中没有推荐它的理由|就所知而言，没有推荐它的理由|没有已知的理由推荐它",
        (asked, named, words) -> !anythingFor(asked, named, words));
    reason("您自己就喜欢它|您本来就喜欢它|这是您喜欢的作品", (asked, named, words) -> asked.opinion(asked.work()) >= 0.5);
    reason("不过您自己不喜欢它", (asked, named, words) -> asked.opinion(asked.work()) <= -0.5);
    reason("与您不喜欢的" + t + "不同|和您不喜欢的" + t + "不一样|不像您不喜欢的" + t, this::unlike);
    reason("不过与您不喜欢的" + t + "略有相似|但与您不喜欢的" + t + "有些相像", this::against);
  }

  private void beginning(String pattern, Check check) {
    beginnings.put(Pattern.compile("(?:" + pattern + ")"), check);
  }

  private void reason(String pattern, Check check) {
    reasons.put(Pattern.compile("(?:" + pattern + ")"), check);
  }

  private void facet(String facet, String pattern) {
    reason(pattern, (asked, named, words) -> facts.areAlike(facet, asked.work(), named.get(0)));
  }

  /** The groups that took part. */
  private static List<String> groups(Matcher words) {
    List<String> groups = new ArrayList<>();
    for (int group = 1; group <= words.groupCount(); group++) {
      if (words.group(group) != null) {
        groups.add(words.group(group));
      }
    }
    return groups;
  }

  private static boolean liked(Asked asked, List<Artwork> named, Matcher words) {
    return named.stream().allMatch(work -> asked.opinion(work) >= 0.5 && isAnother(asked, work));
  }

  private static boolean seen(Asked asked, List<Artwork> named, Matcher words) {
    return named.stream().allMatch(work -> asked.opinion(work) > 0 && isAnother(asked, work));
  }

  private static boolean named(Asked asked, List<Artwork> named, Matcher words) {
    return asked.why().occasion() == Explanation.Occasion.SIMILAR && liked(asked, named, words);
  }

  private static boolean isAnother(Asked asked, Artwork work) {
    return !work.id().equals(asked.work().id());
  }

  private static boolean anythingFor(Asked asked, List<Artwork> named, Matcher words) {
    return asked.why().contributions().stream().anyMatch(c -> c.amount() > 0);
  }

  private boolean byOne(Asked asked, List<Artwork> named, Matcher words) {
    return Facts.areBothBy(asked.work(), named.get(0), groups(words).get(0));
  }

  private boolean linked(Asked asked, List<Artwork> named, Matcher words) {
    return Facts.doBothName(asked.work(), named.get(0), groups(words).get(0))
        && !Facts.areBothBy(asked.work(), named.get(0), groups(words).get(0));
  }

  private boolean ofOneMovement(Asked asked, List<Artwork> named, Matcher words) {
    return Facts.haveBoth(
        asked.work().movements(), named.get(0).movements(), List.of(groups(words).get(0)));
  }

  private boolean ofOneSubject(Asked asked, List<Artwork> named, Matcher words) {
    return Facts.haveBoth(
        asked.work().subjects(), named.get(0).subjects(), items(groups(words).get(0)));
  }

  private boolean ofOneColor(Asked asked, List<Artwork> named, Matcher words) {
    return Facts.haveBoth(
        palette(asked.work()), palette(named.get(0)), items(groups(words).get(0)));
  }

  private boolean drawnTo(Asked asked, List<Artwork> named, Matcher words) {
    return named.stream()
        .allMatch(
            work ->
                asked.opinion(work) > 0
                    && isAnother(asked, work)
                    && facts.areLinked(work.id(), asked.work().id()));
  }

  private boolean counted(Asked asked, List<Artwork> named, Matcher words) {
    List<String> groups = groups(words);
    String last = groups.get(groups.size() - 1).replace(",", "");
    long count = last.equals("one visitor") ? 1 : Long.parseLong(last);
    return facts.drawnTo(asked.work().id()) == count;
  }

  private boolean interested(Asked asked, List<Artwork> named, Matcher words) {
    return facts.drawnTo(asked.work().id()) > 0;
  }

  private boolean fits(Asked asked, List<Artwork> named, Matcher words) {
    return asked.wish().filter(groups(words).get(0)::equals).isPresent()
        && facts.fits(asked.work(), asked.wish().orElseThrow());
  }

  private boolean fitsNot(Asked asked, List<Artwork> named, Matcher words) {
    return asked.wish().filter(groups(words).get(0)::equals).isPresent()
        && !facts.fits(asked.work(), asked.wish().orElseThrow());
  }

  private boolean unlike(Asked asked, List<Artwork> named, Matcher words) {
    Artwork work = asked.work();
    Artwork other = named.get(0);
    Set<String> common = new HashSet<>(work.subjects());
    common.addAll(work.movements());
    Set<String> others = new HashSet<>(other.subjects());
    others.addAll(other.movements());
    common.retainAll(others);
    return asked.opinion(other) <= -0.5
        && common.isEmpty()
        && work.artists().stream().noneMatch(credit -> Facts.doBothName(work, other, credit.name()))
        && !facts.areAlike("genre", work, other)
        && !facts.areAlike("palette", work, other)
        && !facts.areAlike("meaning", work, other);
  }

  /** A disliked work with which something that could be said is shared. */
  private boolean against(Asked asked, List<Artwork> named, Matcher words) {
    Artwork work = asked.work();
    Artwork other = named.get(0);
    boolean shares =
        Stream.of(
                shared(work.subjects(), other.subjects()),
                shared(work.movements(), other.movements()),
                shared(palette(work), palette(other)),
                work.artists().stream()
                    .anyMatch(credit -> Facts.doBothName(work, other, credit.name())))
            .anyMatch(Boolean::booleanValue);
    return asked.opinion(other) <= -0.5
        && isAnother(asked, other)
        && (shares
            || Stream.of("genre", "palette", "texture", "meaning", "text", "details")
                .anyMatch(facet -> facts.areAlike(facet, work, other)));
  }

  private static boolean shared(Collection<String> a, Collection<String> b) {
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    return !common.isEmpty();
  }

  /** A phrase met and what it claims. */
  private record Met(Matcher words, Check check) {}

  /** Checks a sentence; returns what is wrong with it, if anything is. */
  Optional<String> wrong(Asked asked, String sentence) {
    List<Met> met = new ArrayList<>();
    if (!parse(sentence, met)) {
      return Optional.of("no rule for: " + sentence);
    }
    List<List<Artwork>> readings = readings(asked, met.get(0).words());
    for (List<Artwork> named : readings) {
      if (met.stream().allMatch(each -> holds(each, asked, named))) {
        return Optional.empty();
      }
    }
    List<Artwork> first = readings.isEmpty() ? List.of() : readings.get(0);
    return Optional.of(
        asked.work().id()
            + ": "
            + sentence
            + " Untrue: "
            + met.stream()
                .filter(each -> !holds(each, asked, first))
                .map(each -> each.words().group())
                .toList());
  }

  /**
   * Every claim holds of every work that the sentence's beginning names, unless it names its own.
   */
  private boolean holds(Met met, Asked asked, List<Artwork> named) {
    List<List<Artwork>> own = readings(asked, met.words());
    if (own.stream().anyMatch(works -> !works.isEmpty())) {
      return own.stream().anyMatch(works -> met.check().holds(asked, works, met.words()));
    }
    if (named.isEmpty()) {
      return met.check().holds(asked, List.of(asked.work()), met.words());
    }
    return named.stream().allMatch(w -> met.check().holds(asked, List.of(w), met.words()));
  }

  /** The works that words may name: works of one title are several readings. */
  private List<List<Artwork>> readings(Asked asked, Matcher words) {
    List<List<Artwork>> readings = new ArrayList<>(List.of(List.of()));
    for (String group : groups(words)) {
      List<Artwork> titled =
          facts.catalog().stream()
              .filter(work -> work.title().equals(group) && asked.opinion(work) != 0)
              .toList();
      if (!titled.isEmpty()) {
        readings =
            readings.stream()
                .flatMap(
                    reading ->
                        titled.stream()
                            .map(work -> Stream.concat(reading.stream(), Stream.of(work)).toList()))
                .collect(Collectors.toCollection(ArrayList::new));
      }
    }
    return readings;
  }

  private boolean parse(String sentence, List<Met> met) {
    for (Map.Entry<Pattern, Check> beginning : beginnings.entrySet()) {
      Matcher matcher = beginning.getKey().matcher(sentence);
      if (matcher.lookingAt()) {
        met.add(new Met(matcher, beginning.getValue()));
        if (rest(sentence, matcher.end(), met)) {
          return true;
        }
        met.clear();
      }
    }
    return reasonAt(sentence, 0, met)
        || reasonAt(
            sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1), 0, met);
  }

  private boolean rest(String sentence, int from, List<Met> met) {
    String left = sentence.substring(from);
    if (left.equals(chinese ? "。" : ".")) {
      return true;
    }
    for (String joint : chinese ? List.of("：", "；", "，") : List.of(": ", "; ", ", ", " and ")) {
      if (left.startsWith(joint) && reasonAt(sentence, from + joint.length(), met)) {
        return true;
      }
    }
    return false;
  }

  private boolean reasonAt(String sentence, int from, List<Met> met) {
    for (Map.Entry<Pattern, Check> reason : reasons.entrySet()) {
      Matcher matcher = reason.getKey().matcher(sentence).region(from, sentence.length());
      if (matcher.lookingAt()) {
        int size = met.size();
        met.add(new Met(matcher, reason.getValue()));
        if (rest(sentence, matcher.end(), met)) {
          return true;
        }
        met.subList(size, met.size()).clear();
      }
    }
    return false;
  }
}
