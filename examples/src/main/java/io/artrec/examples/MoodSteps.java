package io.artrec.examples;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.error.ArtrecException;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.options.Options;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.text.mood.CatalogMoods;
import io.artrec.text.mood.MoodPath;
import io.artrec.text.mood.MoodReader;
import io.artrec.text.mood.MoodStep;
import io.artrec.text.mood.MoodWalk;
import java.io.PrintStream;

/** Leads from one mood to another in works, by their records. {@code --help} lists the options. */
public final class MoodSteps {
  private MoodSteps() {}

  /**
   * Runs the program; bad options and files that cannot be read end it with a message and exit
   * status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, MoodSteps::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      MoodStepsOptions options = MoodStepsOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new MoodStepsOptions()));
      } else {
        walk(options, out);
      }
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("mood steps: " + e.getMessage());
    }
    return 2;
  }

  private static void walk(MoodStepsOptions options, PrintStream out) {
    Catalog catalog =
        options
            .catalog
            .map(file -> CatalogLoader.csv(file).load().catalog())
            .orElseGet(() -> BundledWorks.load().catalog());
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(AttributeFeature.subjects())
            .feature(AttributeFeature.artist())
            .strategy(ContentBased.cosine())
            .build()) {
      CatalogMoods moods = CatalogMoods.of(MoodReader.standard(), catalog, recommender.features());
      MoodWalk walk =
          MoodPath.of(moods)
              .from(options.from)
              .to(options.to)
              .steps(options.steps)
              .walk(
                  recommender,
                  RecommendationRequest.forHistory(
                          options.liked.stream()
                              .map(id -> Interaction.favorite("visitor", id))
                              .toList())
                      .seed(1)
                      .build());
      for (MoodStep step : walk.steps()) {
        out.println(step.sentence(options.language));
      }
      out.println(walk.note(options.language));
    }
  }
}
