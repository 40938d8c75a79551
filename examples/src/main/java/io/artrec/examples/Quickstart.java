package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.YearRange;
import io.artrec.error.ArtrecException;
import io.artrec.explain.Cause;
import io.artrec.feature.FeatureStore;
import io.artrec.llm.analysis.ArtworkText;
import io.artrec.llm.analysis.TextAnalysis;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recommends artworks with reasons, on an 80-column terminal: for a visitor, again after they
 * disliked one work and favourited another, works like a work, and for somebody never seen. Runs on
 * the bundled catalogue or on files of one's own; {@code --help} lists the options.
 */
public final class Quickstart {
  private static final int SIMILAR = 3;
  private static final String WISH = "bad weather";

  private final Gallery gallery;
  private final Recommender recommender;
  private final QuickstartOptions options;
  private final Page page;

  private Quickstart(Gallery gallery, QuickstartOptions options, Page page) {
    this.gallery = gallery;
    recommender = gallery.recommender();
    this.options = options;
    this.page = page;
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
      if (options.help()) {
        out.print(QuickstartOptions.USAGE);
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
    String visitor = options.visitor().orElseGet(this::busiest);
    List<Recommendation> first = forVisitor(visitor);
    afterFeedback(visitor, first);
    similar(first);
    wished(visitor);
    forStranger();
  }

  private void loaded() {
    page.title("artrec: " + count(recommender.catalog().size(), "artwork") + " loaded");
    gallery.notes().forEach(note -> note.lines().forEach(line -> page.text(0, line)));
    Dataset dataset = recommender.dataset();
    page.text(
        0,
        count(dataset.userCount(), gallery.synthetic() ? "synthetic visitor" : "visitor")
            + (gallery.synthetic() ? " (made up for this example)" : "")
            + " with "
            + count(dataset.size(), "interaction")
            + (dataset.leftOut() > 0
                ? ", " + count(dataset.leftOut(), "interaction") + " with unknown works left out"
                : "")
            + ".");
    recommender.report().cleaning().toString().lines().forEach(page::line);
    String features =
        recommender.features().entries().stream()
            .filter(entry -> entry.matrix().presentCount() > 0)
            .map(Quickstart::describe)
            .collect(Collectors.joining(", "));
    page.text(
        0,
        features.isEmpty()
            ? "Features: none, so that only popularity counts. Columns such as artist, movement,"
                + " genre, subjects, description or image give some."
            : "Features: " + features + ".");
    recommender.report().extraction().failures().stream()
        .limit(3)
        .forEach(failure -> page.text(2, "! " + failure.message()));
  }

  private static String describe(FeatureStore.Entry entry) {
    int missing = entry.matrix().size() - entry.matrix().presentCount();
    return entry.spec().name() + (missing > 0 ? " (" + missing + " missing)" : "");
  }

  private List<Recommendation> forVisitor(String visitor) {
    List<Recommendation> answer = ask(visitor, options.n());
    page.title(count(answer.isEmpty() ? options.n() : answer.size(), "work") + " for " + visitor);
    OptionalInt known = recommender.dataset().userIndex(visitor);
    if (known.isEmpty()) {
      page.text(0, "Nothing is known of this visitor.");
    } else {
      tastes(recommender.dataset().history(known.getAsInt()));
    }
    print(answer);
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
    page.text(
        0,
        "Known from "
            + count(history.size(), "interaction")
            + (liked.isEmpty() ? "." : "; liked lately: " + String.join("; ", liked) + "."));
  }

  private void afterFeedback(String visitor, List<Recommendation> first) {
    List<Recommendation> choice = first.size() == 1 ? ask(visitor, 2) : first;
    if (choice.size() < 2) {
      return;
    }
    Artwork disliked = choice.get(0).artwork();
    Artwork favorite = choice.get(choice.size() / 2).artwork();
    page.title("The same after " + visitor + " dislikes one and favourites another");
    page.text(0, "Disliked:   " + line(disliked));
    page.text(0, "Favourited: " + line(favorite));
    recommender.record(Interaction.dislike(visitor, disliked.id()));
    recommender.record(Interaction.favorite(visitor, favorite.id()));
    List<String> before = first.stream().map(r -> r.artwork().id()).toList();
    List<Recommendation> second = ask(visitor, options.n());
    if (second.isEmpty()) {
      print(second);
    }
    for (Recommendation r : second) {
      int was = before.indexOf(r.artwork().id()) + 1;
      print(r, was == 0 ? "new" : was == r.rank() ? "" : "was " + was);
    }
  }

  private List<Recommendation> ask(String visitor, int n) {
    return recommender.recommend(
        RecommendationRequest.forUser(visitor).n(n).locale(options.locale()).build());
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
    page.title("Like " + Page.cut(line(source), Page.WIDTH - 5));
    for (String facet : facets) {
      boolean there =
          recommender.features().entries().stream()
              .anyMatch(e -> e.spec().facet().equals(facet) && e.matrix().isPresent(index));
      if (there) {
        any = true;
        page.line("by " + facet + (facet.equals("palette") && !gallery.images() ? " words" : ""));
        recommender
            .similar(
                SimilarRequest.to(source.id())
                    .facet(facet, 1)
                    .n(SIMILAR)
                    .locale(options.locale())
                    .build())
            .stream()
            .filter(r -> !r.explanation().isFallback() && r.score() > 0)
            .forEach(this::print);
      }
    }
    if (!any) {
      page.text(
          0, "Nothing to compare by: no palette, subjects, artist of several works, or image.");
    }
  }

  /**
   * Works that fit words of the asker, with what tells that they do; the words may be none of
   * theirs.
   */
  private void wished(String visitor) {
    Optional<String> wish =
        options.wish().or(() -> options.catalog().isEmpty() ? Optional.of(WISH) : Optional.empty());
    if (wish.isEmpty()) {
      return;
    }
    page.title("Asked for in words");
    page.text(0, visitor + " would like to see \u201c" + wish.get() + "\u201d:");
    List<Recommendation> answer =
        recommender.recommend(
            RecommendationRequest.forUser(visitor)
                .wish(wish.get())
                .n(Math.min(SIMILAR, options.n()))
                .locale(options.locale())
                .build());
    for (Recommendation r : answer) {
      print(r);
      r.artwork().description().ifPresent(description -> page.text(5, Page.cut(description, 300)));
      List<String> shared = shared(wish.get(), ArtworkText.of(r.artwork()));
      page.text(5, "(" + howFound(r, shared) + ")");
    }
  }

  /** What tells that a work fits the wish; where nothing does, other reasons brought it. */
  private static String howFound(Recommendation r, List<String> shared) {
    if (!shared.isEmpty()) {
      return "words in common: " + String.join(", ", shared);
    }
    boolean fits =
        r.explanation().contributions().stream()
            .anyMatch(part -> part.cause() instanceof Cause.Wish && part.amount() > 0);
    return fits
        ? "found by meaning: not one word in common"
        : "does not fit the wish; here for the reasons above";
  }

  /** The words of a wish that also stand in a text, in any of their forms. */
  private static List<String> shared(String wish, String text) {
    TextAnalysis analysis = TextAnalysis.english();
    Set<String> terms = Set.copyOf(analysis.terms(text));
    return Arrays.stream(wish.split("\\s+"))
        .filter(word -> analysis.terms(word).stream().anyMatch(terms::contains))
        .distinct()
        .toList();
  }

  private void forStranger() {
    page.title("For somebody never seen");
    int n = Math.min(SIMILAR, options.n());
    print(
        recommender.recommend(
            RecommendationRequest.builder().n(n).locale(options.locale()).build()));
    Artwork one = recommender.catalog().get(recommender.catalog().size() / 2);
    page.text(0, "... and after one favourite, " + one.title() + ":");
    print(
        recommender.recommend(
            RecommendationRequest.forHistory(List.of(Interaction.favorite("stranger", one.id())))
                .n(n)
                .locale(options.locale())
                .build()));
  }

  private void print(List<Recommendation> answer) {
    if (answer.isEmpty()) {
      page.text(0, "Nothing is left to recommend: every work has been seen.");
    }
    answer.forEach(this::print);
  }

  private void print(Recommendation r) {
    print(r, "");
  }

  private void print(Recommendation r, String change) {
    String score = String.format(Locale.ROOT, "%7s  %5.2f", change, r.score());
    String number = String.format(Locale.ROOT, "%3d. ", r.rank());
    int room = Page.WIDTH - number.length() - score.length() - 1;
    page.line(number + Page.pad(Page.cut(line(r.artwork()), room), room) + " " + score);
    page.text(5, r.explanation().sentence(options.locale()));
  }

  private static String line(Artwork artwork) {
    StringBuilder line = new StringBuilder(artwork.title());
    if (!artwork.artists().isEmpty()) {
      ArtistCredit credit = artwork.artists().get(0);
      String qualifier =
          credit.qualifier() == ArtistCredit.Qualifier.BY
              ? ""
              : credit.qualifier().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
      line.append(" - ").append(qualifier).append(credit.name());
    }
    artwork.created().map(YearRange::toString).ifPresent(years -> line.append(", ").append(years));
    return line.toString();
  }

  private static String count(int n, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
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
