package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.feature.FeatureStore;
import io.artrec.live.EventIds;
import io.artrec.live.LiveEvents;
import io.artrec.log.ChangeLog;
import io.artrec.model.ModelFileException;
import io.artrec.scoring.TopRows;
import io.artrec.strategy.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A personal art adviser inside your application: answers who should see what and why, learns from
 * each event at once, forgets on request, and saves itself into one file.
 *
 * <p>Built by {@link #builder()} or {@link #load}. Thread-safe: answers run in parallel and never
 * wait for {@link #record}, {@link #retrain} or {@link #forget}; nothing waits for learning, but
 * other learning. Everything but the events recorded since training is immutable; a change of
 * training data is one atomic swap. The same question to the same state gives the same answer at
 * any thread count; ties go to the work that stands first in the catalogue.
 *
 * <p>An answer is never empty while an eligible work exists: where taste says nothing, popular
 * works follow, then others by chance, and {@link Explanation#isFallback} says so. Filters hold for
 * these too.
 */
public final class Recommender implements AutoCloseable {
  /**
   * What answers are made of; replaced as a whole.
   *
   * @param frozen events recorded since training that a training under way, or one that failed, has
   *     taken; no more are added to them
   * @param live events recorded since then
   */
  private record State(Engine engine, List<LiveEvents> frozen, LiveEvents live) {
    History since(String user) {
      History history = History.none();
      for (LiveEvents earlier : frozen) {
        history = history.plus(earlier.history(user));
      }
      return history.plus(live.history(user));
    }

    List<LiveEvents> recorded() {
      List<LiveEvents> all = new ArrayList<>(frozen);
      all.add(live);
      return all;
    }

    State with(Engine other) {
      return new State(other, frozen, live);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Recommender.class);

  private final Clock clock;
  private final LogSource.Open open;
  private final Optional<ChangeLog> log;
  private final EventIds eventIds = new EventIds();
  private final Set<Path> modelFiles = new LinkedHashSet<>();

  /** Held for writing only while the state is replaced, or a visitor leaves the log. */
  private final ReadWriteLock recording = new ReentrantReadWriteLock();

  /** Held while strategies learn or give up what they learned. */
  private final ReentrantLock learning = new ReentrantLock();

  /** How often a visitor was forgotten of whom something was there. */
  private final AtomicLong erasures = new AtomicLong();

  /** How many of these model files have followed; guarded by {@code modelFiles} for writing. */
  private volatile long erasuresInFiles;

  private volatile boolean closed;
  private volatile BuildReport report;
  private volatile State state;

  Recommender(Engine engine, Clock clock, LogSource.Open open, BuildReport report) {
    this.clock = clock;
    this.open = open;
    log = open.log();
    this.report = report;
    state = new State(engine, List.of(), new LiveEvents(engine.catalog()));
    Interactions trained = engine.dataset().interactions();
    for (int row = 0; row < trained.size(); row++) {
      String user = trained.userId(trained.user(row));
      trained.eventId(row).ifPresent(id -> eventIds.add(user, id));
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
   * a standing filter, a log.
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
   * Records what a visitor just did; the next answer knows it. With a log the event is durable when
   * this returns. An event whose event id this visitor's events had before is ignored; the last
   * {@value io.artrec.live.EventIds#WINDOW} ids are remembered. A rating off the scale of the
   * preference model is set to its end, as cleaning does when building.
   *
   * @param event the event; without a time it is stamped with the recommender's clock
   * @return false when the event id was known already
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the artwork
   * @throws io.artrec.log.LogException when the log cannot take the event; it is then not recorded
   * @throws IllegalArgumentException when an id or the comment has half a surrogate pair, which no
   *     file could hold
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean record(Interaction event) {
    if (closed) {
      throw new IllegalStateException("cannot record an event: the recommender is closed");
    }
    state.engine().catalog().requireIndex(event.artwork());
    event.requireValidText();
    Interaction dated = onScale(event.time().isPresent() ? event : event.at(clock.instant()));
    recording.readLock().lock();
    try {
      if (dated.eventId().isPresent()) {
        return eventIds.once(dated.user(), dated.eventId().get(), () -> keep(dated));
      }
      keep(dated);
      return true;
    } finally {
      recording.readLock().unlock();
    }
  }

  private void keep(Interaction event) {
    log.ifPresent(changes -> changes.append(event));
    state.live().add(event);
  }

  private Interaction onScale(Interaction event) {
    return state.engine().context().preferenceModel().onScale(event);
  }

  /**
   * Forgets a visitor: in one step they are a stranger to every answer, and their events leave
   * memory and the log. Then the strategies give up what they learned from them, by {@link
   * io.artrec.strategy.Scorer#updated} where they can and by training again otherwise; every model
   * file that this recommender was loaded from or saved to is written again; and {@link #report()}
   * loses its example rows. Answers and recording go on meanwhile.
   *
   * <p>When this returns, nothing of the visitor is left, unless {@link ForgetReport#pending} says
   * that a training or another forgetting is under way, which then sees to the rest before it
   * returns. When it throws, calling it again finishes. Copies made elsewhere are beyond its reach.
   *
   * @param user the visitor's id
   * @return what was erased; all zero for a visitor nobody knew
   * @throws io.artrec.log.LogException when the log cannot forget
   * @throws ModelFileException when a model file cannot be rewritten
   */
  public ForgetReport forget(String user) {
    int trained = 0;
    int live = 0;
    int logged;
    recording.writeLock().lock();
    try {
      State now = state;
      logged =
          log.map(changes -> Math.toIntExact(changes.forget(user, clock.instant()).finish()))
              .orElse(0);
      eventIds.forget(user);
      if (!now.engine().hidden().contains(user)) {
        trained = eventsOf(user, now.engine().dataset().interactions());
      }
      for (LiveEvents events : now.recorded()) {
        live += events.remove(user);
      }
      report = new BuildReport(report.cleaning().withoutExamples(), report.extraction());
      if (trained + live > 0) {
        erasures.incrementAndGet();
        if (trained > 0 || learning.isLocked()) {
          Set<String> hidden = new HashSet<>(now.engine().hidden());
          hidden.add(user);
          state = now.with(now.engine().hiding(hidden));
        }
      }
    } finally {
      recording.writeLock().unlock();
    }
    List<Path> rewritten = settle();
    return new ForgetReport(trained, live, logged, rewritten, isPending());
  }

  /**
   * Waits until nothing of any forgotten visitor is pending, and helps where nobody is at it.
   *
   * @throws ModelFileException when a model file cannot be rewritten
   */
  public void awaitForgotten() {
    while (isPending()) {
      learning.lock();
      try {
        finishForgetting();
      } finally {
        learning.unlock();
      }
    }
  }

  private boolean isPending() {
    return !state.engine().hidden().isEmpty() || erasures.get() > erasuresInFiles;
  }

  /**
   * Finishes what is pending, unless somebody else is learning, who calls this after that. Whoever
   * hides a visitor and finds the lock taken is seen by its holder, who looks again once it is
   * free.
   */
  private List<Path> settle() {
    List<Path> rewritten = new ArrayList<>();
    while (isPending() && learning.tryLock()) {
      try {
        rewritten.addAll(finishForgetting());
      } finally {
        learning.unlock();
      }
    }
    return rewritten;
  }

  /** Takes hidden visitors out of what was learned and out of model files. */
  private List<Path> finishForgetting() {
    Engine engine = state.engine();
    Set<String> erased = engine.hidden();
    if (!erased.isEmpty()) {
      Interactions events = engine.dataset().interactions();
      Interactions kept = events.filter(row -> !erased.contains(events.userId(events.user(row))));
      Engine without =
          kept.size() == events.size()
              ? engine
              : engine.reduced(Dataset.of(engine.catalog(), kept));
      recording.writeLock().lock();
      try {
        Set<String> since = new HashSet<>(state.engine().hidden());
        since.removeAll(erased);
        state = state.with(without.hiding(since));
      } finally {
        recording.writeLock().unlock();
      }
    }
    return rewriteModelFiles();
  }

  /**
   * Trains the strategies again, on the training data and everything recorded since. Answers,
   * recording, saving and forgetting go on meanwhile, from the old state until one atomic swap;
   * what is recorded meanwhile is joined to the new one. A second call waits for the first. When it
   * fails, everything is as before.
   */
  public void retrain() {
    learn(Engine::retrained);
  }

  /**
   * Lets the strategies learn what was recorded since training, without training from the beginning
   * where they can ({@link io.artrec.strategy.Scorer#refreshed}) and by training from where they
   * stand otherwise: what visitors did then speaks for others, too. Everything else goes on
   * meanwhile, as for {@link #retrain}.
   */
  public void refresh() {
    learn(Engine::refreshed);
  }

  /** A way to learn from more behaviour. */
  @FunctionalInterface
  private interface Learning {
    Engine learn(Engine engine, Dataset dataset, long nowMillis);
  }

  private void learn(Learning way) {
    learning.lock();
    try {
      State start = freeze();
      Engine engine = start.engine();
      Dataset dataset = Dataset.of(engine.catalog(), events(engine, start.frozen()));
      Engine learned = way.learn(engine, dataset, clock.millis());
      recording.writeLock().lock();
      try {
        state = new State(learned.hiding(state.engine().hidden()), List.of(), state.live());
      } finally {
        recording.writeLock().unlock();
      }
    } finally {
      learning.unlock();
      settleAfterLearning();
    }
  }

  /** What was recorded so far is what the next training learns; later events go elsewhere. */
  private State freeze() {
    recording.writeLock().lock();
    try {
      State now = state;
      if (!now.live().isEmpty()) {
        state = new State(now.engine(), now.recorded(), new LiveEvents(now.engine().catalog()));
      }
      return state;
    } finally {
      recording.writeLock().unlock();
    }
  }

  private void settleAfterLearning() {
    try {
      settle();
    } catch (ModelFileException e) {
      LOG.warn("forgetting is not finished; the next forget or awaitForgotten tries again", e);
    }
  }

  /**
   * Saves everything into one file: catalogue, features, behaviour with what was recorded since,
   * trained state, settings, provenance. Written beside and renamed. Everything else goes on
   * meanwhile; what is recorded after the call began may be missing from the file.
   *
   * @param file the destination
   * @throws ModelFileException when it cannot be written; the destination is then as before
   */
  public void save(Path file) {
    synchronized (modelFiles) {
      ModelContent.write(file, saving(), clock);
      modelFiles.add(file.toAbsolutePath().normalize());
    }
  }

  private ModelContent.Saving saving() {
    State now;
    long number;
    recording.writeLock().lock();
    try {
      now = state;
      now = new State(now.engine(), now.frozen(), now.live().copy());
      number = log.map(ChangeLog::lastNumber).orElse(0L);
    } finally {
      recording.writeLock().unlock();
    }
    return new ModelContent.Saving(
        now.engine(),
        events(now.engine(), now.recorded()),
        log.map(ChangeLog::id).orElse(""),
        number);
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
   * Returns what is known of a visitor's doings: from training and since.
   *
   * @param user the visitor's id
   * @return their events, oldest first; empty for somebody unknown
   */
  public List<Interaction> history(String user) {
    State now = state;
    List<Interaction> events = new ArrayList<>();
    Dataset dataset = now.engine().dataset();
    OptionalInt index =
        now.engine().hidden().contains(user) ? OptionalInt.empty() : dataset.userIndex(user);
    if (index.isPresent()) {
      for (int at = dataset.begin(index.getAsInt()); at < dataset.end(index.getAsInt()); at++) {
        events.add(dataset.event(at));
      }
    }
    now.recorded().forEach(live -> events.addAll(live.events(user)));
    events.sort(Comparator.comparing(event -> event.time().orElse(Instant.MIN)));
    return List.copyOf(events);
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

  /**
   * Closes the log, when the recommender opened it. Answers still work afterwards; {@link #record}
   * throws.
   */
  @Override
  public void close() {
    closed = true;
    open.close();
  }

  void replay(Interaction event) {
    if (event.eventId().map(id -> eventIds.add(event.user(), id)).orElse(true)) {
      state.live().add(onScale(event));
    }
  }

  /**
   * Before anybody asks: makes visitors of the training data strangers, and their traces pending.
   */
  void hide(IntPredicate forgotten) {
    Set<String> hidden = new HashSet<>(state.engine().hidden());
    Dataset dataset = state.engine().dataset();
    for (int user = 0; user < dataset.userCount(); user++) {
      if (forgotten.test(user)) {
        hidden.add(dataset.userId(user));
      }
    }
    if (hidden.size() > state.engine().hidden().size()) {
      erasures.incrementAndGet();
      state = state.with(state.engine().hiding(hidden));
    }
  }

  /** Finishes forgetting that a crash interrupted, or that a model file knew nothing of. */
  void finishStarting() {
    settle();
  }

  void loadedFrom(Path file) {
    synchronized (modelFiles) {
      modelFiles.add(file.toAbsolutePath().normalize());
    }
  }

  private static Query query(
      State now, Optional<String> user, History added, Map<String, Double> facets, long millis) {
    History since = user.map(now::since).orElse(History.none());
    return now.engine().query(user, since, added, facets, millis);
  }

  private static Interactions events(Engine engine, List<LiveEvents> recorded) {
    Interactions trained = engine.dataset().interactions();
    List<Interaction> since = LiveEvents.all(recorded);
    if (since.isEmpty()) {
      return trained;
    }
    Interactions.Builder builder = Interactions.builder();
    IntStream.range(0, trained.size()).forEach(row -> builder.addFrom(trained, row));
    since.forEach(builder::add);
    return builder.build();
  }

  private static int eventsOf(String user, Interactions events) {
    int number = 0;
    while (number < events.userCount() && !events.userId(number).equals(user)) {
      number++;
    }
    int count = 0;
    for (int row = 0; row < events.size() && number < events.userCount(); row++) {
      count += events.user(row) == number ? 1 : 0;
    }
    return count;
  }

  /** Writes model files again that may hold a visitor who was forgotten since they were written. */
  private List<Path> rewriteModelFiles() {
    synchronized (modelFiles) {
      List<Path> rewritten = new ArrayList<>();
      long seen = erasures.get();
      if (seen > erasuresInFiles) {
        ModelContent.Saving saving = saving();
        for (Path file : modelFiles) {
          if (Files.exists(file)) {
            ModelContent.write(file, saving, clock);
            rewritten.add(file);
          }
        }
        if (saving.engine().hidden().isEmpty()) {
          erasuresInFiles = seen;
        }
      }
      return rewritten;
    }
  }
}
