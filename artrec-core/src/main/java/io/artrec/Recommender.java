package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.feature.FeatureStore;
import io.artrec.live.Journal;
import io.artrec.live.LiveEvents;
import io.artrec.model.ModelFileException;
import io.artrec.scoring.TopRows;
import io.artrec.strategy.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * A personal art adviser inside your application: answers who should see what and why, learns from
 * each event at once, forgets on request, and saves itself into one file.
 *
 * <p>Built by {@link #builder()} or {@link #load}. Thread-safe: answers run in parallel and never
 * wait for {@link #record}, {@link #retrain} or {@link #forget}. Everything but the events recorded
 * since training is immutable; a change of training data is one atomic swap. The same question to
 * the same state gives the same answer at any thread count; ties go to the work that stands first
 * in the catalogue.
 *
 * <p>An answer is never empty while an eligible work exists: where taste says nothing, popular
 * works follow, then others by chance, and {@link Explanation#isFallback} says so. Filters hold for
 * these too.
 */
public final class Recommender implements AutoCloseable {
  /** What answers are made of; replaced as a whole. */
  private record State(Engine engine, LiveEvents live) {}

  private final Clock clock;
  private final Optional<Journal> journal;
  private final Set<String> eventIds = ConcurrentHashMap.newKeySet();
  private final Set<Path> modelFiles = new LinkedHashSet<>();
  private final ReadWriteLock recording = new ReentrantReadWriteLock();
  private final Object maintenance = new Object();

  /** Whether model files may still hold a visitor whom a failed {@link #forget} left in them. */
  private boolean modelFilesStale;

  private volatile BuildReport report;
  private volatile State state;

  Recommender(Engine engine, Clock clock, Optional<Journal> journal, BuildReport report) {
    this.clock = clock;
    this.journal = journal;
    this.report = report;
    state = new State(engine, new LiveEvents(engine.catalog()));
    Interactions trained = engine.dataset().interactions();
    for (int row = 0; row < trained.size(); row++) {
      trained.eventId(row).ifPresent(eventIds::add);
    }
  }

  /**
   * Starts a recommender.
   *
   * @return an empty builder
   */
  public static RecommenderBuilder builder() {
    return new RecommenderBuilder();
  }

  /**
   * Loads a model file whose strategies, similarities and re-rankers are all core's own and that
   * has no standing filter.
   *
   * @param file what {@link #save} wrote
   * @return a recommender that answers as the saved one did
   * @throws ModelFileException when the file is missing, damaged, foreign, or needs something
   *     passed to {@link #loader}
   */
  public static Recommender load(Path file) {
    return loader(file).load();
  }

  /**
   * Starts loading a model file that needs something passed: readers of other modules' strategies,
   * a standing filter, a journal.
   *
   * @param file what {@link #save} wrote
   * @return a loader
   */
  public static RecommenderLoader loader(Path file) {
    return new RecommenderLoader(file);
  }

  /**
   * Recommends works that a visitor has not had to do with. Cost: one scoring of the catalogue.
   *
   * @param user the visitor's id; unknown ones get popular works
   * @param n how many, 1 or more
   * @return at most {@code n} works, best first; fewer when fewer are eligible
   */
  public List<Recommendation> recommend(String user, int n) {
    return recommend(RecommendationRequest.forUser(user).n(n).build());
  }

  /**
   * Answers a full question.
   *
   * @param request who asks, how many, which may be among them
   * @return at most as many works as asked for, best first
   * @throws IllegalArgumentException when a facet does not exist, or the request has a wish and no
   *     strategy hears wishes
   */
  public List<Recommendation> recommend(RecommendationRequest request) {
    State now = state;
    long millis = clock.millis();
    Engine engine = now.engine();
    History added = Dataset.historyOf(engine.catalog(), request.history());
    List<Query> members = new ArrayList<>();
    if (request.group().isEmpty()) {
      members.add(query(now, request.user(), added, request.facets(), millis));
    }
    for (String member : request.group()) {
      members.add(query(now, Optional.of(member), added, request.facets(), millis));
    }
    History everybodys = History.none();
    for (Query member : members) {
      everybodys = everybodys.plus(member.history());
    }
    return engine.recommend(request, members, everybodys);
  }

  /**
   * Answers many questions, in parallel on as many threads as the recommender was built with.
   *
   * @param requests the questions
   * @return the answers in the questions' order, each as {@link #recommend(RecommendationRequest)}
   *     gives it
   */
  public List<List<Recommendation>> recommendAll(List<RecommendationRequest> requests) {
    return Parallel.map(state.engine().context().threads(), requests, this::recommend);
  }

  /**
   * Recommends for many visitors at once, without reasons: what {@link #recommend(String, int)}
   * gives each of them, in the same order and with the same scores, for mailings, caches and
   * evaluations. In parallel on as many threads as the recommender was built with. Where scores are
   * products of vectors ({@link io.artrec.strategy.VectorScorer}) and there is neither a standing
   * filter nor a re-ranker, the works pass by once for some hundred visitors.
   *
   * @param users the visitors' ids; unknown ones get popular works
   * @param n how many works for each, 1 or more
   * @return their works, in the order of the ids
   * @throws IllegalArgumentException when {@code n} is not above 0
   */
  public List<TopWorks> recommendTop(Collection<String> users, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
    State now = state;
    long millis = clock.millis();
    Engine engine = now.engine();
    List<String> ids = List.copyOf(users);
    List<Query> queries =
        ids.stream()
            .map(id -> query(now, Optional.of(id), History.none(), Map.of(), millis))
            .toList();
    List<Optional<TopRows>> found = engine.top(queries, n);
    return Parallel.map(
        engine.context().threads(),
        IntStream.range(0, ids.size()).boxed().toList(),
        i ->
            found.get(i).isPresent()
                ? top(engine.catalog(), ids.get(i), found.get(i).get())
                : top(
                    ids.get(i),
                    engine.recommend(
                        RecommendationRequest.forUser(ids.get(i)).n(n).build(),
                        List.of(queries.get(i)),
                        queries.get(i).history())));
  }

  private static TopWorks top(Catalog catalog, String user, TopRows rows) {
    List<Artwork> artworks = new ArrayList<>(rows.size());
    List<Double> scores = new ArrayList<>(rows.size());
    for (int rank = 0; rank < rows.size(); rank++) {
      artworks.add(catalog.get(rows.artwork(rank)));
      scores.add(rows.score(rank));
    }
    return new TopWorks(user, artworks, scores);
  }

  private static TopWorks top(String user, List<Recommendation> answer) {
    return new TopWorks(
        user,
        answer.stream().map(Recommendation::artwork).toList(),
        answer.stream().map(Recommendation::score).toList());
  }

  /**
   * Finds works like a work, alike in all features by their weights.
   *
   * @param artwork the artwork's id
   * @param n how many, 1 or more
   * @return at most {@code n} other works, most alike first
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public List<Recommendation> similar(String artwork, int n) {
    return similar(SimilarRequest.to(artwork).n(n));
  }

  /**
   * Finds works like a work, alike in what the request says. They come in the order of likeness; a
   * re-ranker orders recommendations only.
   *
   * @param request which work, how many, which facets
   * @return at most as many other works as asked for, most alike first
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   * @throws IllegalArgumentException when a facet does not exist; the message lists those that do
   */
  public List<Recommendation> similar(SimilarRequest request) {
    return state.engine().similar(request, clock.millis());
  }

  /**
   * Explains the score of any work for any visitor, whether or not it would be recommended.
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @return the explanation
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public Explanation explain(String user, String artwork) {
    return explain(user, artwork, Locale.ENGLISH);
  }

  /**
   * Explains the score of any work for any visitor, in a language.
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @param locale the language of the sentence
   * @return the explanation
   */
  public Explanation explain(String user, String artwork, Locale locale) {
    State now = state;
    int index = now.engine().catalog().requireIndex(artwork);
    Query query = query(now, Optional.of(user), History.none(), Map.of(), clock.millis());
    return now.engine().explain(query, index, locale);
  }

  /**
   * Records what a visitor just did; the next answer knows it. With a journal the event is on the
   * disk when this returns. An event whose event id was recorded before is ignored.
   *
   * @param event the event; without a time it is stamped with the recommender's clock
   * @return false when the event id was known already
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the artwork
   * @throws io.artrec.live.JournalException when the journal cannot take the event; it is then not
   *     recorded
   */
  public boolean record(Interaction event) {
    state.engine().catalog().requireIndex(event.artwork());
    Interaction dated = event.time().isPresent() ? event : event.at(clock.instant());
    recording.readLock().lock();
    try {
      if (dated.eventId().isPresent() && !eventIds.add(dated.eventId().get())) {
        return false;
      }
      try {
        journal.ifPresent(file -> file.append(dated));
      } catch (RuntimeException e) {
        dated.eventId().ifPresent(eventIds::remove);
        throw e;
      }
      state.live().add(dated);
      return true;
    } finally {
      recording.readLock().unlock();
    }
  }

  /**
   * Forgets a visitor: their events leave memory, the journal, and every model file that this
   * recommender was loaded from or saved to, which are written again; strategies give up what they
   * learned from them, by {@link io.artrec.strategy.Scorer#updated} where they can and by training
   * again otherwise; and {@link #report()} loses its example rows. When this returns, nothing of
   * the visitor is left; when it throws, calling it again finishes. Copies made elsewhere are
   * beyond its reach.
   *
   * @param user the visitor's id
   * @return what was erased; all zero for a visitor nobody knew
   * @throws io.artrec.live.JournalException when the journal cannot be rewritten
   * @throws ModelFileException when a model file cannot be rewritten
   */
  public ForgetReport forget(String user) {
    synchronized (maintenance) {
      recording.writeLock().lock();
      try {
        State now = state;
        Interactions events = now.engine().dataset().interactions();
        Interactions kept = events.filter(row -> !events.userId(events.user(row)).equals(user));
        int trained = events.size() - kept.size();
        forgetEventIds(user, events, now.live());
        int live = now.live().remove(user);
        modelFilesStale |= trained + live > 0;
        report = new BuildReport(report.cleaning().withoutExamples(), report.extraction());
        int journaled = journal.map(file -> file.forget(user)).orElse(0);
        if (trained > 0) {
          Dataset dataset = Dataset.of(now.engine().catalog(), kept);
          state = new State(now.engine().reduced(dataset), now.live());
        }
        return new ForgetReport(trained, live, journaled, rewriteModelFiles());
      } finally {
        recording.writeLock().unlock();
      }
    }
  }

  /**
   * Trains the strategies again, on the training data and everything recorded since. Answers go on
   * from the old state until one atomic swap; recording waits.
   */
  public void retrain() {
    learn(Engine::retrained);
  }

  /**
   * Lets the strategies learn what was recorded since training, without training from the beginning
   * where they can ({@link io.artrec.strategy.Scorer#refreshed}) and by training from where they
   * stand otherwise: what visitors did then speaks for others, too. Answers go on from the old
   * state until one atomic swap; recording waits.
   */
  public void refresh() {
    learn(Engine::refreshed);
  }

  /** A way to learn from more behaviour. */
  @FunctionalInterface
  private interface Learning {
    Engine learn(Engine engine, Dataset dataset, long nowMillis);
  }

  private void learn(Learning learning) {
    synchronized (maintenance) {
      recording.writeLock().lock();
      try {
        Engine engine = state.engine();
        Dataset dataset = Dataset.of(engine.catalog(), allEvents());
        state =
            new State(
                learning.learn(engine, dataset, clock.millis()), new LiveEvents(engine.catalog()));
      } finally {
        recording.writeLock().unlock();
      }
    }
  }

  /**
   * Saves everything into one file: catalogue, features, behaviour with what was recorded since,
   * trained state, settings, provenance. Written beside and renamed.
   *
   * @param file the destination
   * @throws ModelFileException when it cannot be written; the destination is then as before
   */
  public void save(Path file) {
    synchronized (maintenance) {
      recording.writeLock().lock();
      try {
        ModelContent.write(file, state.engine(), allEvents(), clock, journal);
        modelFiles.add(file.toAbsolutePath().normalize());
      } finally {
        recording.writeLock().unlock();
      }
    }
  }

  /**
   * Returns the works that can be recommended.
   *
   * @return the catalogue
   */
  public Catalog catalog() {
    return state.engine().catalog();
  }

  /**
   * Returns the features of the works.
   *
   * @return the features
   */
  public FeatureStore features() {
    return state.engine().context().features();
  }

  /**
   * Returns the behaviour the strategies were trained on.
   *
   * @return the dataset, without what was recorded since
   */
  public Dataset dataset() {
    return state.engine().dataset();
  }

  /**
   * Returns what building found out: what was cleaned away and what could not be extracted.
   *
   * @return the report; empty for a loaded recommender, without example rows once a visitor was
   *     forgotten
   */
  public BuildReport report() {
    return report;
  }

  /** Closes the journal, when there is one. Answers still work afterwards; recording does not. */
  @Override
  public void close() {
    journal.ifPresent(Journal::close);
  }

  void replay(Interaction event) {
    if (event.eventId().map(eventIds::add).orElse(true)) {
      state.live().add(event);
    }
  }

  void loadedFrom(Path file) {
    modelFiles.add(file.toAbsolutePath().normalize());
  }

  private static Query query(
      State now, Optional<String> user, History added, Map<String, Double> facets, long millis) {
    History since = user.map(now.live()::history).orElse(History.none());
    return now.engine().query(user, since, added, facets, millis);
  }

  private Interactions allEvents() {
    Interactions trained = state.engine().dataset().interactions();
    Collection<Interaction> live = state.live().all();
    if (live.isEmpty()) {
      return trained;
    }
    Interactions.Builder builder = Interactions.builder();
    IntStream.range(0, trained.size()).forEach(row -> builder.addFrom(trained, row));
    live.forEach(builder::add);
    return builder.build();
  }

  private void forgetEventIds(String user, Interactions events, LiveEvents live) {
    for (int row = 0; row < events.size(); row++) {
      if (events.userId(events.user(row)).equals(user)) {
        events.eventId(row).ifPresent(eventIds::remove);
      }
    }
    live.all().stream()
        .filter(event -> event.user().equals(user))
        .forEach(event -> event.eventId().ifPresent(eventIds::remove));
  }

  private List<Path> rewriteModelFiles() {
    List<Path> rewritten = new ArrayList<>();
    for (Path file : modelFiles) {
      if (modelFilesStale && Files.exists(file)) {
        ModelContent.write(file, state.engine(), allEvents(), clock, journal);
        rewritten.add(file);
      }
    }
    modelFilesStale = false;
    return rewritten;
  }
}
