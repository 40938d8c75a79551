package io.artrec.examples.gallery.collection;

import io.artrec.Recommender;
import io.artrec.RecommenderListener;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.linear.Ease;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.collection.SyntheticVisitors;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.Feature;
import io.artrec.feature.PeriodFeature;
import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.llm.mood.MoodFeature;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.search.KeywordSearch;
import io.artrec.llm.search.TextSearch;
import io.artrec.llm.terms.TfIdf;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import io.artrec.task.Progress;
import io.artrec.vision.color.ColorEmotionFeature;
import io.artrec.vision.color.PaletteFeature;
import io.artrec.vision.composition.CompositionFeature;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The living collection: a recommender that is loaded from its model file where there is one, and
 * trained where there is none, with everything that follows its catalogue. Thread-safe.
 */
public final class Collection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Collection.class);
  private static final double WISH_WEIGHT = 3;
  private static final double REGULARIZATION = 50;
  private static final int KEPT_SIDE = 1600;

  private final StateFolder state;
  private final Recommender recommender;
  private final Pictures pictures;
  private final Optional<Prompter> prompter;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gallery-background");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong changes = new AtomicLong();
  private volatile Views views;

  private Collection(
      StateFolder state, Recommender recommender, Pictures pictures, Optional<Prompter> prompter) {
    this.state = state;
    this.recommender = recommender;
    this.pictures = pictures;
    this.prompter = prompter;
    views = new Views(recommender, pictures, prompter);
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void historyChanged(String user) {
            changes.incrementAndGet();
          }

          @Override
          public void catalogChanged(Catalog catalog) {
            background.execute(Collection.this::follow);
          }
        });
  }

  /**
   * Opens a collection.
   *
   * @param works what it began with
   * @param state where it lives
   * @param prompter the language model that helps in conversations
   * @param progress is told how far training is
   * @return the collection
   */
  public static Collection open(
      Works works, StateFolder state, Optional<Prompter> prompter, Progress progress) {
    Pictures pictures = new Pictures(works, state);
    Recommender recommender =
        Files.exists(state.model())
            ? load(state, pictures)
            : train(works.catalog(), state, pictures, progress);
    return new Collection(state, recommender, pictures, prompter);
  }

  private static Recommender load(StateFolder state, Pictures pictures) {
    return Recommender.loader(state.model())
        .features(palette(), composition(), emotion(), mood(), texts())
        .images(pictures)
        .cache(state.features())
        .strategies(CfStrategies.readers())
        .strategies(KeywordSearch.reader(TextAnalysis.english()))
        .log(state.log())
        .load();
  }

  private static Recommender train(
      Catalog catalog, StateFolder state, Pictures pictures, Progress progress) {
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(SyntheticVisitors.visit(catalog, SyntheticVisitors.SEED))
            .images(pictures)
            .cache(state.features())
            .feature(1.0, AttributeFeature.subjects())
            .feature(0.6, AttributeFeature.movement())
            .feature(0.6, AttributeFeature.artist())
            .feature(0.4, AttributeFeature.genre())
            .feature(0.4, PeriodFeature.standard())
            .feature(1.0, palette())
            .feature(0.6, composition())
            .feature(0.3, emotion())
            .feature(0.4, mood())
            .feature(0.5, texts())
            .strategy(strategy())
            .rerank(Rerankers.chain(Mmr.lambda(0.75), AttributeCap.perArtist(2)))
            .log(state.log())
            .progress(progress)
            .build();
    recommender.save(state.model());
    return recommender;
  }

  /** A wish counts three times what taste and popularity do; without one they are all. */
  private static Strategy strategy() {
    return Hybrid.weighted()
        .add(0.65, ContentBased.preferred())
        .add(0.2, Ease.regularization(REGULARIZATION))
        .add(0.15, Popularity.allTime())
        .add(WISH_WEIGHT, TextSearch.byKeywords(TextAnalysis.english()));
  }

  private static Feature palette() {
    return PaletteFeature.standard();
  }

  private static Feature composition() {
    return CompositionFeature.standard();
  }

  private static Feature emotion() {
    return ColorEmotionFeature.standard();
  }

  private static Feature mood() {
    return MoodFeature.standard().and(emotion()).and(composition());
  }

  private static Feature texts() {
    return TfIdf.of(TextAnalysis.english());
  }

  /** Prepares in the background what nobody should wait for. */
  public void warm() {
    background.execute(this::follow);
    background.execute(this::paint);
  }

  private void follow() {
    Views next = new Views(recommender, pictures, prompter);
    next.warm();
    views = next;
  }

  private void paint() {
    for (Artwork artwork : recommender.catalog()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (Pictures.has(artwork)) {
        try {
          pictures.jpeg(artwork, Pictures.SMALL);
        } catch (IOException e) {
          LOG.warn("cannot keep small pictures: {}", e.getMessage());
          return;
        }
      }
    }
  }

  /**
   * Takes in a work with a picture. It may be recommended when this returns; searches by color,
   * mood and words follow in the background.
   *
   * @param work its record; its image is set here
   * @param picture the bytes of a file, which nobody has looked at
   * @return the work as it hangs now
   * @throws IOException if the picture cannot be kept
   * @throws io.artrec.error.ArtrecException if it is no picture, or one beyond limits
   */
  public Artwork add(Artwork work, byte[] picture) throws IOException {
    RgbImage image = pictures.decode(picture).shrunkTo(KEPT_SIDE);
    String name = Pictures.ADDED + work.id() + ".jpg";
    Path file = state.images().resolve(name);
    Path part = Files.createTempFile(state.images().resolve("added"), "adding", ".part");
    Files.write(part, ImageFile.bytes(image.toBufferedImage(), name));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Artwork hung = work.toBuilder().image(name).build();
    try {
      recommender.update(CatalogChange.add(hung));
    } catch (RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return hung;
  }

  /** Lets what visitors did speak for others, too, without training from the beginning. */
  public void learn() {
    background.execute(
        () -> {
          recommender.refresh();
          recommender.save(state.model());
        });
  }

  /**
   * Returns the recommender.
   *
   * @return open until this is closed
   */
  public Recommender recommender() {
    return recommender;
  }

  /**
   * Returns the pictures.
   *
   * @return of all works
   */
  public Pictures pictures() {
    return pictures;
  }

  /**
   * Returns what was made of the catalogue.
   *
   * @return of its present state, or of the one before while the next is made
   */
  public Views views() {
    return views;
  }

  /**
   * Returns how often histories changed since the gallery was opened.
   *
   * @return a count
   */
  public long changes() {
    return changes.get();
  }

  /** Saves what is known, and closes. */
  @Override
  public void close() {
    background.shutdownNow();
    recommender.save(state.model());
    recommender.close();
  }
}
