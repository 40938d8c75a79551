package gallery;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.als.ImplicitAls;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.report.Report;
import io.artrec.feature.AttributeFeature;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.llm.sentiment.LearnedSentiment;
import io.artrec.llm.sentiment.SentimentExample;
import io.artrec.rerank.Mmr;
import io.artrec.scoring.ScoringBackends;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import io.artrec.vision.color.ColorHistogram;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Reads files, learns, answers, saves and evaluates, in a module of its own. */
public final class Gallery {
  private static final List<Color> COLORS = List.of(Color.BLUE, Color.RED, Color.GREEN);

  private Gallery() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Catalog catalog = CatalogLoader.csv(folder.resolve("works.csv")).load().catalog();
    Interactions visits =
        InteractionsLoader.csv(folder.resolve("visits.csv")).load().interactions();
    for (int i = 0; i < catalog.size(); i++) {
      paint(folder.resolve(catalog.get(i).id() + ".png"), COLORS.get(i % COLORS.size()));
    }
    Path file = folder.resolve("model.artrec");
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(visits)
            .images(folder)
            .feature(AttributeFeature.standard())
            .feature(TermFeature.tfIdf(TextAnalysis.english()))
            .feature(TextEmbedding.miniLm())
            .feature(ColorHistogram.hsv())
            .strategy(
                Hybrid.weighted()
                    .add(0.5, ContentBased.cosine())
                    .add(0.3, ItemKnn.neighbors(5))
                    .add(0.2, ImplicitAls.factors(4)))
            .rerank(Mmr.lambda(0.7))
            .build()) {
      recommender.record(Interaction.favorite("dora", "storm"));
      print("built", recommender.recommend("dora", 2));
      recommender.save(file);
    }
    try (Recommender loaded = Recommender.loader(file).strategies(CfStrategies.readers()).load()) {
      print("loaded", loaded.recommend("dora", 2));
    }
    ExperimentResult result =
        Experiment.of(catalog, visits)
            .split("per-user:ratio=0.4")
            .add("popularity", Popularity.allTime())
            .add("item-knn", ItemKnn.neighbors(5))
            .metrics("ndcg@2")
            .run();
    Report.of(result).html(folder.resolve("report.html"));
    System.out.println("evaluated artrec " + result.runs().get(0).provenance().artrecVersion());
    LearnedSentiment sentiment =
        LearnedSentiment.logisticRegression(TextAnalysis.english())
            .train(SentimentExample.english());
    System.out.println("sentiment " + sentiment.analyze("A superb, luminous painting.").label());
    System.out.println("kernels " + ScoringBackends.best().name());
    try (InputStream ours = Gallery.class.getResourceAsStream("Gallery.class")) {
      System.out.println("module " + Gallery.class.getModule().getName() + " " + (ours != null));
    }
  }

  private static void print(String what, List<Recommendation> answer) {
    answer.forEach(r -> System.out.println(what + " " + r.artwork().id() + ": " + r.explanation()));
  }

  private static void paint(Path file, Color color) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 64, 64);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
