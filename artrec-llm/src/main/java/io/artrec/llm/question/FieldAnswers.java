package io.artrec.llm.question;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.question.Mention.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Answers what a field of a work's record says: the question names the work, and asks for the field
 * in words that ask for nothing else. Immutable and thread-safe.
 */
final class FieldAnswers {
  private static final List<String> HOUSE =
      List.of("collection", "museum", "location", "repository", "gallery", "馆藏", "收藏", "收藏地");
  private static final List<String> PALETTE = List.of("palette", "colors", "colours", "颜色", "色彩");
  private static final Pattern WHETHER_BY =
      Pattern.compile(
          "^\\W*(?:is|was|are|were|did)\\b.*\\b(?:by|paint|make)\\b", Pattern.CASE_INSENSITIVE);
  private static final int MOST_WORKS = 5;

  private final RecordIndex index;

  FieldAnswers(RecordIndex index) {
    this.index = index;
  }

  /**
   * The answer; not known where the record lacks the field; empty when the question asks for no
   * field of a work that is here.
   */
  Optional<Answer> answer(String question, boolean chinese, Optional<Integer> about) {
    RecordIndex.Named named = index.titles(question);
    Optional<AskedField> field = AskedField.of(named.rest());
    boolean whether = WHETHER_BY.matcher(named.rest()).find();
    if ((field.isEmpty() && !whether) || (named.works().isEmpty() && about.isEmpty())) {
      return Optional.empty();
    }
    String asking = field.map(it -> it.without(named.rest())).orElse(named.rest());
    Makers makers = makers(PlainWords.without(Token.of(asking)));
    if (!makers.rest().isEmpty()) {
      return Optional.empty();
    }
    BitSet works = about.map(FieldAnswers::one).orElseGet(() -> named.works().get(0));
    return whether
        ? makers.works().map(by -> whether(works, by, chinese))
        : field.map(it -> told(narrowed(works, makers.works()), it, chinese));
  }

  private static BitSet one(int work) {
    BitSet works = new BitSet();
    works.set(work);
    return works;
  }

  private record Makers(Optional<BitSet> works, List<Token> rest) {}

  /** The works of the makers that are named, and what else there is. */
  private Makers makers(List<Token> tokens) {
    Optional<BitSet> works = Optional.empty();
    List<Token> rest = new ArrayList<>();
    List<Token> named = tokens.stream().map(token -> new Token(token.word(), true)).toList();
    for (int at = 0; at < named.size(); ) {
      Optional<Mention> maker = index.at(named, at, EnumSet.of(Kind.MAKER));
      if (maker.isPresent()) {
        works = Optional.of(maker.get().works());
        at += maker.get().length();
      } else {
        rest.add(named.get(at++));
      }
    }
    return new Makers(works, rest);
  }

  /** Works of one title by the maker named, if there are; all where none is named. */
  private static BitSet narrowed(BitSet works, Optional<BitSet> makers) {
    if (makers.isEmpty()) {
      return works;
    }
    BitSet both = (BitSet) works.clone();
    both.and(makers.get());
    return both;
  }

  private Answer whether(BitSet works, BitSet makers, boolean chinese) {
    AnswerText text = new AnswerText(chinese);
    BitSet both = (BitSet) works.clone();
    both.and(makers);
    boolean is = !both.isEmpty();
    Artwork work = index.catalog().get((is ? both : works).nextSetBit(0));
    if (work.artists().isEmpty()) {
      return Answer.unknown(chinese, Origin.library("the record lacks the field"));
    }
    boolean plain =
        work.artists().stream().allMatch(credit -> credit.qualifier() == ArtistCredit.Qualifier.BY);
    String yes = plain ? text.say("Yes: ", "是的，") : "";
    String said =
        (is ? yes : text.say("No: ", "不是，"))
            + text.title(work)
            + text.say(" is by ", "的作者是")
            + text.makers(work)
            + text.say(".", "。");
    return field(said, List.of(work.id()));
  }

  private static Answer field(String said, List<String> works) {
    return new Answer(said, Answer.Basis.FIELD, works, Origin.library("a field of the record"));
  }

  private Answer told(BitSet works, AskedField field, boolean chinese) {
    AnswerText text = new AnswerText(chinese);
    List<String> sentences = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Artwork work : works.stream().limit(MOST_WORKS).mapToObj(index.catalog()::get).toList()) {
      sentence(work, field, text)
          .ifPresent(
              said -> {
                sentences.add(said);
                ids.add(work.id());
              });
    }
    return sentences.isEmpty()
        ? Answer.unknown(chinese, Origin.library("the record lacks the field"))
        : field(String.join(text.say(" ", ""), sentences), ids);
  }

  private static Optional<String> sentence(Artwork work, AskedField field, AnswerText text) {
    String title = field == AskedField.MAKER ? text.title(work) : text.work(work);
    return value(work, field, text)
        .filter(value -> !value.isEmpty())
        .map(
            value ->
                switch (field) {
                  case MAKER -> title + text.say(" is by ", "的作者是") + value;
                  case DATE -> title + text.say(" was made ", "作于") + dated(value, text);
                  case PLACE -> title + text.say(" is here: ", "现藏：") + value;
                  case WIDTH, HEIGHT, SIZE -> title + text.say(" is ", "") + value;
                  case TECHNIQUE -> title + text.say(", technique: ", "的技法：") + value;
                  case MEDIUM -> title + text.say(", medium: ", "的材质：") + value;
                  case MOVEMENT -> title + text.say(" is counted as ", "属于") + value;
                  case GENRE -> title + text.say(", genre: ", "的体裁：") + value;
                  case COLORS -> title + text.say(", main colors: ", "的主要颜色：") + value;
                  case SUBJECTS -> title + text.say(" shows: ", "画的是：") + value;
                  case PRICE -> title + text.say(" costs ", "售价") + value;
                })
        .map(said -> said + text.say(".", "。"));
  }

  private static String dated(String years, AnswerText text) {
    return years.startsWith("around") ? years : text.say("in ", "") + years;
  }

  private static Optional<String> value(Artwork work, AskedField field, AnswerText text) {
    return switch (field) {
      case MAKER -> Optional.of(text.makers(work));
      case DATE -> work.created().map(text::years);
      case PLACE -> attribute(work, HOUSE, text);
      case WIDTH ->
          work.dimensions().map(size -> side(size.width(), text.say(" cm wide", "宽"), text));
      case HEIGHT ->
          work.dimensions().map(size -> side(size.height(), text.say(" cm high", "高"), text));
      case SIZE -> work.dimensions().map((Dimensions size) -> text.size(size));
      case TECHNIQUE -> Optional.of(text.values(work.techniques()));
      case MEDIUM -> work.medium().map(AnswerText::shown);
      case MOVEMENT -> Optional.of(text.values(work.movements()));
      case GENRE -> work.genre().map(AnswerText::shown);
      case COLORS -> attribute(work, PALETTE, text);
      case SUBJECTS -> Optional.of(text.values(work.subjects()));
      case PRICE ->
          work.price()
              .map(
                  price ->
                      String.format(
                          Locale.ROOT,
                          "%s %s",
                          price.amount().toPlainString(),
                          price.currency().getCurrencyCode()));
    };
  }

  private static String side(OptionalDouble cm, String direction, AnswerText text) {
    List<String> sides = new ArrayList<>();
    text.side(cm, direction, sides);
    return String.join("", sides);
  }

  private static Optional<String> attribute(Artwork work, List<String> names, AnswerText text) {
    Map<String, List<String>> attributes = work.attributes();
    return names.stream()
        .map(name -> attributes.getOrDefault(name, List.of()))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .map(text::values);
  }
}
