package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.catalog.Artwork;
import io.artrec.error.ArtrecException;
import io.artrec.examples.options.Options;
import io.artrec.explain.Cause;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Recommends artworks with reasons, on an 80-column terminal: for a visitor, again after they
 * disliked one work and favourited another, works like a work, paintings that look alike, and for
 * somebody never seen. Runs on the bundled catalogue or on files of one's own; {@code --help} lists
 * the options.
 */
public final class Quickstart {
  private static final int SIMILAR = 3;
  private static final String WISH = "bad weather";

  private final Gallery gallery;
  private final Recommender recommender;
  private final QuickstartOptions options;
  private final Page page;
  private final QuickstartWords words;
  private final RecommendationLines lines;

  private Quickstart(Gallery gallery, QuickstartOptions options, Page page) {
    this.gallery = gallery;
    recommender = gallery.recommender();
    this.options = options;
    this.page = page;
    words = QuickstartWords.of(options.locale);
    lines = new RecommendationLines(page, words, options.locale);
  }

  /**
   * Runs the program; bad options and files end it with a message and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Optional<String> problem = run(args, out);
    if (problem.isPresent()) {
      System.err.println("quickstart: " + problem.get());
      System.exit(2);
    }
  }

  /** Prints to a stream; returns what is wrong with the options or files, if anything is. */
  static Optional<String> run(String[] args, PrintStream out) {
    try {
      QuickstartOptions options = QuickstartOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new QuickstartOptions()));
        return Optional.empty();
      }
      try (Gallery gallery = Gallery.open(options)) {
        if (gallery.recommender().catalog().size() == 0) {
          return Optional.of("the catalogue is empty, there is nothing to recommend");
        }
        new Quickstart(gallery, options, new Page(out)).show();
      }
      return Optional.empty();
    } catch (ArtrecException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void show() {
    loaded();
    String visitor = options.visitor.orElseGet(this::busiest);
    List<Recommendation> first = forVisitor(visitor);
    afterFeedback(visitor, first);
    similar(first);
    if (options.catalog.isEmpty()) {
      new AtelierSection(page, words, options.locale).show();
    }
    wished(visitor);
    forStranger();
  }

  private void loaded() {
    String works = words.count(recommender.catalog().size(), "artwork", "件作品");
    page.title(words.say("artrec: " + works + " loaded", "artrec：已载入 " + works));
    gallery.notes().forEach(note -> note.lines().forEach(line -> page.text(0, line)));
    page.text(0, visitors(recommender.dataset()));
    recommender.report().cleaning().toString().lines().forEach(page::line);
    List<String> features =
        recommender.features().entries().stream()
            .filter(entry -> entry.matrix().presentCount() > 0)
            .map(entry -> FeatureLine.of(entry, recommender.catalog(), words))
            .toList();
    page.text(
        0,
        features.isEmpty()
            ? words.say(
                "Features: none, so that only popularity counts. Columns such as artist, movement,"
                    + " genre, subjects, description or image give some.",
                "没有可用的特征，只能看受欢迎程度；作者、流派、体裁、题材、描述、图片等列可以提供特征。")
            : words.say("Features: ", "特征：") + words.list(features) + words.say(".", "。"));
    recommender.report().extraction().failures().stream()
        .limit(3)
        .forEach(failure -> page.text(2, "! " + failure.message()));
  }

  private String visitors(Dataset dataset) {
    boolean madeUp = gallery.synthetic();
    String visitors =
        words.count(
            dataset.userCount(),
            madeUp ? "synthetic visitor" : "visitor",
            madeUp ? "位虚构的观众（为本例编造）" : "位观众");
    String events = words.count(dataset.size(), "interaction", "次互动");
    String unknown = words.count(dataset.leftOut(), "interaction", "次互动");
    return words.say(
        visitors
            + (madeUp ? " (made up for this example)" : "")
            + " with "
            + events
            + (dataset.leftOut() > 0 ? ", " + unknown + " with unknown works left out" : "")
            + ".",
        visitors
            + "，"
            + events
            + (dataset.leftOut() > 0 ? "；另有 " + unknown + "涉及未知作品，未计入" : "")
            + "。");
  }

  private List<Recommendation> forVisitor(String visitor) {
    List<Recommendation> answer = ask(visitor, options.n);
    String works = words.count(answer.isEmpty() ? options.n : answer.size(), "work", "件作品");
    page.title(words.say(works + " for " + visitor, "为 " + visitor + " 推荐的 " + works));
    OptionalInt known = recommender.dataset().userIndex(visitor);
    if (known.isEmpty()) {
      page.text(0, words.say("Nothing is known of this visitor.", "对这位观众尚无了解。"));
    } else {
      tastes(recommender.dataset().history(known.getAsInt()));
    }
    lines.print(answer);
    return answer;
  }

  private void tastes(History history) {
    List<String> liked = new ArrayList<>();
    for (int event = history.size() - 1; event >= 0 && liked.size() < 4; event--) {
      boolean rated = history.kind(event) == InteractionKind.RATING && history.value(event) >= 4;
      String title = recommender.catalog().get(history.artwork(event)).title();
      if ((rated || history.kind(event) == InteractionKind.FAVORITE) && !liked.contains(title)) {
        liked.add(title);
      }
    }
    String events = words.count(history.size(), "interaction", "次互动");
    page.text(
        0,
        liked.isEmpty()
            ? words.say("Known from " + events + ".", "已知其 " + events + "。")
            : words.say(
                "Known from " + events + "; liked lately: " + String.join("; ", liked) + ".",
                "已知其 " + events + "；近来喜欢：" + String.join("；", liked) + "。"));
  }

  private void afterFeedback(String visitor, List<Recommendation> first) {
    List<Recommendation> choice = first.size() == 1 ? ask(visitor, 2) : first;
    if (choice.size() < 2) {
      return;
    }
    Artwork disliked = choice.get(0).artwork();
    Artwork favorite = choice.get(choice.size() / 2).artwork();
    page.title(
        words.say(
            "The same after " + visitor + " dislikes one and favourites another",
            visitor + " 不喜欢其中一件、收藏另一件之后"));
    page.text(0, words.say("Disliked:   ", "不喜欢：") + lines.of(disliked));
    page.text(0, words.say("Favourited: ", "收藏：  ") + lines.of(favorite));
    recommender.record(Interaction.dislike(visitor, disliked.id()));
    recommender.record(Interaction.favorite(visitor, favorite.id()));
    List<String> before = first.stream().map(r -> r.artwork().id()).toList();
    List<Recommendation> second = ask(visitor, options.n);
    if (second.isEmpty()) {
      lines.print(second);
    }
    for (Recommendation r : second) {
      int was = before.indexOf(r.artwork().id()) + 1;
      lines.print(
          r,
          was == 0
              ? words.say("new", "新")
              : was == r.rank() ? "" : words.say("was " + was, "原第 " + was));
    }
  }

  private List<Recommendation> ask(String visitor, int n) {
    return recommender.recommend(
        RecommendationRequest.forUser(visitor).n(n).locale(options.locale).build());
  }

  private void similar(List<Recommendation> first) {
    Artwork source =
        recommender
            .catalog()
            .find("the-great-wave")
            .orElse(
                first.isEmpty()
                    ? recommender.catalog().get(0)
                    : first.get(first.size() / 2).artwork());
    List<String> facets = new ArrayList<>(List.of("palette", "subject", "artist"));
    if (gallery.images()) {
      facets.add("texture");
    }
    gallery.meaning().encoder().ifPresent(model -> facets.add("meaning"));
    int index = recommender.catalog().requireIndex(source.id());
    boolean any = false;
    String work = Page.cut(lines.of(source), Page.WIDTH - 12);
    page.title(words.say("Like " + work, "与 " + work + " 相近"));
    for (String facet : facets) {
      boolean there =
          recommender.features().entries().stream()
              .anyMatch(e -> e.spec().facet().equals(facet) && e.matrix().isPresent(index));
      if (there) {
        any = true;
        boolean byWords = facet.equals("palette") && !gallery.images();
        page.line(
            words.say(
                "by " + facet + (byWords ? " words" : ""),
                "按" + words.named(facet) + (byWords ? "（文字所述）" : "")));
        recommender
            .similar(
                SimilarRequest.to(source.id())
                    .facet(facet, 1)
                    .n(SIMILAR)
                    .locale(options.locale)
                    .build())
            .stream()
            .filter(r -> !r.explanation().isFallback() && r.score() > 0)
            .forEach(lines::print);
      }
    }
    if (!any) {
      page.text(
          0,
          words.say(
              "Nothing to compare by: no palette, subjects, artist of several works, or image.",
              "无从比较：没有色彩、题材、有多件作品的作者或图片。"));
    }
  }

  /**
   * Works that fit words of the asker, with what tells that they do; the words may be none of
   * theirs.
   */
  private void wished(String visitor) {
    Optional<String> wish =
        options.wish.or(() -> options.catalog.isEmpty() ? Optional.of(WISH) : Optional.empty());
    if (wish.isEmpty()) {
      return;
    }
    page.title(words.say("Asked for in words", "用自己的话来找"));
    page.text(
        0,
        words.say(
            visitor + " would like to see \u201c" + wish.get() + "\u201d:",
            visitor + " 想看\u201c" + wish.get() + "\u201d："));
    List<Recommendation> answer =
        recommender.recommend(
            RecommendationRequest.forUser(visitor)
                .wish(wish.get())
                .n(Math.min(SIMILAR, options.n))
                .locale(options.locale)
                .build());
    for (Recommendation r : answer) {
      lines.print(r);
      r.artwork().description().ifPresent(description -> page.text(5, Page.cut(description, 300)));
      List<String> shared = shared(wish.get(), ArtworkText.of(r.artwork()));
      page.text(5, words.say("(", "（") + howFound(r, shared) + words.say(")", "）"));
    }
  }

  /** What tells that a work fits the wish; where nothing does, other reasons brought it. */
  private String howFound(Recommendation r, List<String> shared) {
    if (!shared.isEmpty()) {
      return words.say("words in common: ", "共有的词：") + words.list(shared);
    }
    boolean fits =
        r.explanation().contributions().stream()
            .anyMatch(part -> part.cause() instanceof Cause.Wish && part.amount() > 0);
    return fits
        ? words.say("found by meaning: not one word in common", "按含义找到：没有一个词相同")
        : words.say("does not fit the wish; here for the reasons above", "与所求不合；因上述理由列出");
  }

  /** The words of a wish that also stand in a text, in any of their forms. */
  static List<String> shared(String wish, String text) {
    boolean chinese = wish.codePoints().anyMatch(Character::isIdeographic);
    TextAnalysis analysis = chinese ? TextAnalysis.chinese() : TextAnalysis.english();
    Set<String> terms = Set.copyOf(analysis.terms(text));
    List<String> asked = chinese ? analysis.terms(wish) : Arrays.asList(wish.split("\\s+"));
    return asked.stream()
        .filter(word -> analysis.terms(word).stream().anyMatch(terms::contains))
        .distinct()
        .toList();
  }

  private void forStranger() {
    page.title(words.say("For somebody never seen", "给从未来过的观众"));
    int n = Math.min(SIMILAR, options.n);
    lines.print(
        recommender.recommend(RecommendationRequest.builder().n(n).locale(options.locale).build()));
    Artwork one = recommender.catalog().get(recommender.catalog().size() / 2);
    page.text(
        0,
        words.say(
            "... and after one favourite, " + one.title() + ":",
            "……在收藏了一件（" + one.title() + "）之后："));
    lines.print(
        recommender.recommend(
            RecommendationRequest.forHistory(List.of(Interaction.favorite("stranger", one.id())))
                .n(n)
                .locale(options.locale)
                .build()));
  }

  /** The visitor with the most events; the first of them by name. */
  private String busiest() {
    Dataset dataset = recommender.dataset();
    return IntStream.range(0, dataset.userCount())
        .boxed()
        .min(
            (a, b) -> {
              int byEvents =
                  Integer.compare(
                      dataset.end(b) - dataset.begin(b), dataset.end(a) - dataset.begin(a));
              return byEvents != 0 ? byEvents : dataset.userId(a).compareTo(dataset.userId(b));
            })
        .map(dataset::userId)
        .orElse("a-visitor");
  }
}
