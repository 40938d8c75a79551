package io.artrec.examples.gallery.collection;

import io.artrec.AnswerCache;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.RecommenderListener;
import io.artrec.RefreshPolicy;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.cf.CfStrategies;
import io.artrec.encryption.Encryption;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.collection.SyntheticVisitors;
import io.artrec.explain.Sentences;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.Feature;
import io.artrec.feature.PeriodFeature;
import io.artrec.llm.prompt.Prompter;
import io.artrec.log.FileLog;
import io.artrec.promotion.Promotions;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.mood.MoodFeature;
import io.artrec.text.search.KeywordSearch;
import io.artrec.text.terms.TermFeature;
import io.artrec.vision.color.ColorEmotionFeature;
import io.artrec.vision.color.PaletteFeature;
import io.artrec.vision.composition.CompositionFeature;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The living collection: a recommender that is loaded from its model file where there is one, and
 * trained where there is none, with everything that follows its catalogue. Thread-safe.
 */
public final class Collection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Collection.class);
  private static final int KEPT_SIDE = 1600;
  private static final int PLACE_OF_NEWEST = 2;
  private static final int MOST_ADDED = 500;
  private static final int EVENTS_TO_LEARN_FROM = 20;
  private static final int MOST_ANSWERS = 1000;

  private final StateFolder state;
  private final Recommender recommender;
  private final FileLog log;
  private final Trial trial;
  private final Pictures pictures;
  private final Optional<Prompter> prompter;
  private final Semaphore places;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gallery-background");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Views views;

  private Collection(
      StateFolder state,
      Recommender recommender,
      FileLog log,
      Pictures pictures,
      Optional<Prompter> prompter) {
    this.state = state;
    this.recommender = recommender;
    this.log = log;
    trial = new Trial(log, Mixtures.experiment());
    recommender.addHolder(trial);
    this.pictures = pictures;
    this.prompter = prompter;
    views = new Views(recommender, pictures, prompter);
    places = new Semaphore(Math.max(0, MOST_ADDED - added(recommender.catalog())));
    pinNewest();
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void catalogChanged(Catalog catalog) {
            inBackground(Collection.this::follow);
          }
        });
  }

  /**
   * Opens a collection. Whoever was forgotten is out of its files when this returns, also where a
   * backup that knew them came back.
   *
   * @param works what it began with
   * @param state where it lives
   * @param prompter the language model that helps in conversations
   * @param progress is told how far training is
   * @return the collection
   * @throws IOException if the folder cannot be written to
   */
  public static Collection open(
      Works works, StateFolder state, Optional<Prompter> prompter, Progress progress)
      throws IOException {
    Pictures pictures = new Pictures(works, state);
    Encryption encryption = state.encryption();
    FileLog log = FileLog.open(state.log(), encryption);
    try {
      Recommender recommender =
          Files.exists(state.model())
              ? load(state, encryption, log, pictures)
              : train(works.catalog(), state, encryption, log, pictures, progress);
      recommender.awaitForgotten();
      state.encrypted(recommender);
      return new Collection(state, recommender, log, pictures, prompter);
    } catch (RuntimeException | IOException e) {
      log.close();
      throw e;
    }
  }

  private static Recommender load(
      StateFolder state, Encryption encryption, FileLog log, Pictures pictures) {
    return Recommender.loader(state.model())
        .features(palette(), composition(), emotion(), mood(), texts())
        .images(pictures)
        .cache(state.features())
        .strategies(CfStrategies.readers())
        .strategies(KeywordSearch.reader(TextAnalysis.english()))
        .encryption(encryption)
        .log(log)
        .experiment(Mixtures.experiment())
        .sentences(sentences())
        .refresh(policy())
        .answerCache(AnswerCache.entries(MOST_ANSWERS))
        .load();
  }

  private static Recommender train(
      Catalog catalog,
      StateFolder state,
      Encryption encryption,
      FileLog log,
      Pictures pictures,
      Progress progress) {
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
            .strategy(Mixtures.strategy())
            .rewards(Mixtures.rewards())
            .experiment(Mixtures.experiment())
            .sentences(sentences())
            .rerank(Rerankers.chain(Mmr.lambda(0.75), AttributeCap.perArtist(2)))
            .encryption(encryption)
            .log(log)
            .refresh(policy())
            .answerCache(AnswerCache.entries(MOST_ANSWERS))
            .progress(progress)
            .build();
    recommender.save(state.model());
    return recommender;
  }

  /**
   * Learns of what visitors did after twenty events, beside what goes on, and can go back. It does
   * not save, which would drop from the log what the experiment begins with after a restart.
   */
  private static RefreshPolicy policy() {
    return RefreshPolicy.standard()
        .after(EVENTS_TO_LEARN_FROM, 0)
        .retrainEvery(Duration.ofDays(1))
        .threads(1)
        .keepingPrevious(true);
  }

  private static Sentences sentences() {
    return Sentences.standard().titles(Titles::title);
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
    return TermFeature.tfIdf(TextAnalysis.english());
  }

  /** Answers a stranger once, and prepares in the background what nobody should wait for. */
  public void warm() {
    recommender
        .recommend(RecommendationRequest.builder().filter(Views.WITH_PICTURE).build())
        .forEach(first -> pictures.size(first.artwork()));
    inBackground(this::follow);
    inBackground(this::paint);
  }

  /** Does something beside; what fails is logged, but not when the gallery closes meanwhile. */
  private void inBackground(Runnable work) {
    try {
      background.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              if (!background.isShutdown()) {
                LOG.warn("what goes on in the background failed", e);
              }
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("closed already", e);
    }
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
   * @return the work as it hangs now; empty when visitors added 500 already
   * @throws IOException if the picture cannot be kept
   * @throws io.artrec.error.ArtrecException if it is no picture, or one beyond limits
   */
  public Optional<Artwork> add(Artwork work, byte[] picture) throws IOException {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    boolean hangs = false;
    try {
      Artwork hung = hang(work, pictures.decode(picture, KEPT_SIDE));
      hangs = true;
      return Optional.of(hung);
    } finally {
      if (!hangs) {
        places.release();
      }
    }
  }

  private Artwork hang(Artwork work, RgbImage image) throws IOException {
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
    pinNewest();
    return hung;
  }

  /** The work that was added last hangs before everybody, and its reason says so. */
  private void pinNewest() {
    Catalog catalog = recommender.catalog();
    for (int i = catalog.size() - 1; i >= 0; i--) {
      if (!catalog.isWithdrawn(i) && isAdded(catalog.get(i))) {
        recommender.promote(Promotions.none().pin(catalog.get(i).id(), PLACE_OF_NEWEST));
        return;
      }
    }
  }

  private static int added(Catalog catalog) {
    int added = 0;
    for (Artwork work : catalog) {
      added += isAdded(work) ? 1 : 0;
    }
    return added;
  }

  private static boolean isAdded(Artwork work) {
    return work.image().filter(image -> image.startsWith(Pictures.ADDED)).isPresent();
  }

  /** Lets what visitors did speak for others, too, without training from the beginning. */
  public void learn() {
    inBackground(
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
   * Returns the running experiment.
   *
   * @return of the recommender's log
   */
  public Trial trial() {
    return trial;
  }

  /**
   * Returns where all of it lives.
   *
   * @return the folder
   */
  public StateFolder state() {
    return state;
  }

  /** Saves what is known, and closes. */
  @Override
  public void close() {
    background.shutdownNow();
    try (log;
        recommender) {
      recommender.save(state.model());
    }
  }
}
