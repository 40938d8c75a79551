package io.artrec.examples;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.Belief;
import io.artrec.elicitation.Leaning;
import io.artrec.elicitation.PairChoice;
import io.artrec.elicitation.SplittingQuestions;
import io.artrec.elicitation.StatedProbability;
import io.artrec.elicitation.TasteProfile;
import io.artrec.error.ArtrecException;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.options.Options;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import io.artrec.strategy.ContentBased;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A first meeting in the terminal: pairs of works, then a profile that says how sure it is, and
 * recommendations for somebody of whom nothing was known. {@code --help} lists the options.
 */
public final class EightPairs {
  private static final double WORTH_SAYING = 0.75;
  private static final int SAID = 5;
  private static final int CANDIDATES = 40;

  private final EightPairsOptions options;
  private final BufferedReader in;
  private final Page page;
  private final QuickstartWords words;
  private final RecommendationLines lines;
  private final Recommender recommender;
  private final Optional<MadeUpTaste> taste;

  private EightPairs(EightPairsOptions options, InputStream in, PrintStream out) {
    this.options = options;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    page = new Page(out);
    words = QuickstartWords.of(options.locale);
    lines = new RecommendationLines(page, words, options.locale);
    recommender =
        Recommender.builder()
            .catalog(BundledWorks.load().catalog())
            .feature(1.0, AttributeFeature.subjects())
            .feature(0.8, AttributeFeature.movement())
            .feature(0.6, AttributeFeature.artist())
            .feature(0.4, AttributeFeature.genre())
            .feature(0.6, AttributeFeature.attribute("palette"))
            .feature(0.4, PeriodFeature.standard())
            .strategy(ContentBased.cosine())
            .build();
    taste =
        options.auto.isPresent()
            ? Optional.of(MadeUpTaste.of(recommender.catalog(), options.auto.get()))
            : Optional.empty();
  }

  /**
   * Runs the program; bad options end it with a message and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, (words, out, messages) -> run(words, System.in, out, messages));
  }

  /** Reads answers from a stream and prints to others; returns the exit status. */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream messages) {
    try {
      EightPairsOptions options = EightPairsOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new EightPairsOptions()));
      } else {
        new EightPairs(options, in, out).meet();
      }
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("eight pairs: " + e.getMessage());
    } catch (IOException e) {
      messages.println("eight pairs: cannot read: " + e.getMessage());
    }
    return 2;
  }

  private void meet() throws IOException {
    taste.ifPresent(
        somebody ->
            page.text(
                0,
                words.say(
                    "Somebody answers who likes "
                        + words.list(somebody.liked())
                        + " and dislikes "
                        + words.list(somebody.disliked())
                        + "; nothing here knows it.",
                    "由一位虚构的观众作答：喜欢"
                        + words.list(somebody.liked())
                        + "，不喜欢"
                        + words.list(somebody.disliked())
                        + "；程序事先并不知道。")));
    PairDialogue dialogue = new PairDialogue(page, words, lines);
    Acquaintance met =
        dialogue.meet(
            recommender.firstMeeting().pairs(options.pairs).prepare().start(),
            pair -> taste.isPresent() ? Optional.of(choice(taste.get(), pair)) : dialogue.read(in));
    tell(met.profile());
  }

  private PairChoice choice(MadeUpTaste somebody, ArtworkPair pair) {
    PairChoice choice = somebody.choose(pair);
    page.line("> " + choice.name().toLowerCase(Locale.ROOT));
    return choice;
  }

  private void tell(TasteProfile profile) {
    page.title(words.say("What I know now", "现在了解到的"));
    String right = percent(profile.agreement());
    page.text(
        0,
        words.say(
            "Of two works I can tell which you like better in "
                + right
                + " of cases; without a pair it would be 50 %.",
            "任意两件作品，我能说对您更喜欢哪一件的可能是 " + right + "；一组都不问则是 50 %。"));
    List<Leaning> leanings = profile.leanings(WORTH_SAYING);
    bars(
        words.say("You probably like:", "您可能喜欢："),
        leanings.stream().filter(Leaning::isTowards).toList());
    bars(
        words.say("Rather not:", "可能不太喜欢："),
        leanings.stream().filter(l -> !l.isTowards()).toList());
    page.title(words.say("For you", "为您推荐"));
    RecommendationRequest request =
        RecommendationRequest.forHistory(profile.interactions("somebody"))
            .n(options.count)
            .locale(options.locale)
            .build();
    recommender
        .recommend(request)
        .forEach(
            r -> {
              lines.print(r);
              profile.likes(r.artwork().id()).ifPresent(this::sure);
            });
    List<Artwork> candidates = profile.best(CANDIDATES);
    SplittingQuestions.standard()
        .best(Belief.uniform(candidates))
        .ifPresent(
            question -> {
              page.title(words.say("What I would ask next", "接下来我会问"));
              page.text(0, question.words(options.locale));
            });
  }

  private void bars(String heading, List<Leaning> leanings) {
    if (leanings.isEmpty()) {
      return;
    }
    page.line(heading);
    leanings.stream()
        .limit(SAID)
        .forEach(
            leaning ->
                page.line(
                    "  "
                        + Page.pad(
                            Page.cut(words.named(leaning.aspect()) + " " + leaning.value(), 40), 40)
                        + " "
                        + Page.pad("#".repeat((int) Math.round(30 * leaning.certainty() - 15)), 16)
                        + percent(leaning.certainty())));
  }

  private void sure(StatedProbability likes) {
    String range = percent(likes.low()) + "–" + percent(likes.high());
    page.text(
        5,
        words.say(
            "You like it better than most with a probability of "
                + percent(likes.value())
                + " ("
                + range
                + ").",
            "您喜欢它胜过一般作品的可能是 " + percent(likes.value()) + "（" + range + "）。"));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
