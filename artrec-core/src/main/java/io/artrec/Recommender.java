package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Earnings;
import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.InterestProfile;
import io.artrec.behavior.RewardedAnswer;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Trait;
import io.artrec.elicitation.FirstMeeting;
import io.artrec.encryption.Encryption;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.explain.Explanation;
import io.artrec.feature.FeatureStore;
import io.artrec.learning.internal.FreeHeap;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.AdaptiveHybrid;
import io.artrec.strategy.ArmWeights;
import io.artrec.strategy.Stacked;
import io.artrec.strategy.StackedWeights;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A personal art adviser inside your application: answers who should see what and why, learns from
 * each event at once, forgets on request, and saves itself into one file.
 *
 * <p>Built by {@link #builder()} or {@link #load}. Thread-safe: answers run in parallel and never
 * wait for {@link #record}, {@link #retrain} or {@link #forget}; nothing waits for learning, but
 * other learning. Everything but the events recorded since training is immutable; a change of
 * training data is one atomic swap. The same question with the same seed, at the same time to the
 * same state, gives the same answer at any thread count ({@link Recommendations} says what that
 * takes); ties go to the work that stands first in the catalogue.
 *
 * <p>An answer is never empty while an eligible work exists: where taste says nothing, popular
 * works follow, then others by chance, and {@link Explanation#isFallback} says so. Filters hold for
 * these too.
 *
 * <p>Not final, so that containers can put a proxy before it; it is not made to be extended, and
 * has no constructor for others.
 */
public class Recommender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recommender.class);

  private final Clock clock;
  private final LogSource.Open open;
  private final Encryption encryption;
  private final Optional<KeptAnswers> kept;
  private final LiveState live;
  private final ModelFiles files;
  private final Listeners listeners = new Listeners();
  private final HealthCheck check;
  private final Recording recording;
  private final Learning learning;
  private final CatalogUpdates updates;
  private final Receipts receipts;
  private final Holders holders;
  private final Forgetting forgetting;
  private final Exporting exporting;
  private final Choosing choosing;
  private final Answers answers;
  private final Upkeep upkeep;
  private volatile boolean closed;
  private volatile BuildReport report;

  /**
   * Puts one together.
   *
   * @param key what pseudonyms are made with where there is no log
   */
  Recommender(Engine engine, Surroundings around, String key, BuildReport report) {
    clock = around.clock();
    open = around.log();
    this.report = report;
    engine.residence().prepare();
    kept = around.answers().map(cache -> new KeptAnswers(cache, clock, System::nanoTime));
    live = new LiveState(engine, open.log(), key, () -> kept.ifPresent(KeptAnswers::clear));
    encryption = around.encryption();
    receipts = new Receipts(clock);
    holders = new Holders(clock);
    kept.ifPresent(holders::add);
    files = new ModelFiles(encryption, clock, receipts);
    Vitals vitals = new Vitals(clock);
    check = new HealthCheck(live, receipts, holders, vitals, clock);
    recording = new Recording(vitals, listeners);
    learning = new Learning(live, files, receipts, listeners, vitals, around);
    updates = new CatalogUpdates(live, listeners);
    forgetting = new Forgetting(live, files, learning, receipts, holders, kept, listeners, clock);
    exporting = new Exporting(live, files, holders, clock);
    choosing = new Choosing(live, listeners, () -> closed);
    Answers.Told told = new Answers.Told(vitals, listeners);
    answers = new Answers(live, kept, told, clock, System::nanoTime);
    upkeep =
        new Upkeep(
            around.refresh(),
            live,
            learning,
            around,
            () -> learning.unlessClosed(this::saveAgain),
            FreeHeap::bytes);
    if (!around.refresh().isNone()) {
      listeners.add(upkeep);
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
   * Starts loading a model from a stream, which is read to its end and stays open.
   *
   * @param stream gives what {@link #save(OutputStream)} wrote
   * @return a loader
   */
  public static RecommenderLoader loader(InputStream stream) {
    return new RecommenderLoader(stream);
  }

  /**
   * Recommends works that a visitor has not had to do with. Cost: one scoring of the catalogue.
   *
   * @param user the visitor's id; unknown ones get popular works
   * @param n how many, 1 or more
   * @return at most {@code n} works, best first; fewer when fewer are eligible
   */
  public Recommendations recommend(String user, int n) {
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
  public Recommendations recommend(RecommendationRequest request) {
    upkeep.look();
    return answers.recommend(request);
  }

  /**
   * Answers many questions, in parallel on as many threads as the recommender was built with.
   *
   * @param requests the questions
   * @return the answers in the questions' order, each as {@link #recommend(RecommendationRequest)}
   *     gives it
   */
  public List<Recommendations> recommendAll(List<RecommendationRequest> requests) {
    upkeep.look();
    return answers.recommendAll(requests);
  }

  /**
   * Recommends for many visitors at once, without reasons: what {@link #recommend(String, int)}
   * gives each of them at the same time, in the same order and with the same scores, for mailings,
   * caches and evaluations. In parallel on as many threads as the recommender was built with. Where
   * scores are products of vectors ({@link io.artrec.strategy.VectorScorer}) and nothing orders
   * them anew, the works pass by once for some hundred visitors, but for those who follow or block
   * something, have interests or whose impressions count; otherwise, where a strategy scores
   * several together ({@link io.artrec.strategy.Scorer#scoreAll}), for up to sixteen.
   *
   * @param users the visitors' ids; unknown ones get popular works
   * @param n how many works for each, 1 or more
   * @return their works, in the order of the ids
   * @throws IllegalArgumentException when {@code n} is not above 0
   */
  public List<TopArtworks> recommendTop(Collection<String> users, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
    upkeep.look();
    return answers.top(users, n);
  }

  /**
   * Finds works like a work, alike in all features by their weights.
   *
   * @param artwork the artwork's id
   * @param n how many, 1 or more
   * @return at most {@code n} other works, most alike first
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public Recommendations similar(String artwork, int n) {
    return similar(SimilarRequest.to(artwork).n(n).build());
  }

  /**
   * Finds works like one or several, alike in what the request says, in the order of likeness that
   * the re-ranker then changes as it does that of recommendations. Of several, each work counts by
   * its weight, and those come first that are nearest to all together. Works outside the catalogue,
   * images and texts are encoded by what the features learned, and features of which they hold
   * nothing do not count. Cost: one scan of the catalogue's features; with something from outside
   * also O(catalogue) references and what its encoding costs.
   *
   * @param request which works, how many, which facets
   * @return at most as many other works as asked for, most alike first
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold a work named
   *     by its id
   * @throws io.artrec.feature.ExtractionException when something from outside cannot be encoded in
   *     any feature, or a feature was not passed to the loader
   * @throws IllegalArgumentException when a facet does not exist; the message lists those that do
   */
  public Recommendations similar(SimilarRequest request) {
    upkeep.look();
    return answers.similar(request);
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
   * Finds the visitors whom a work may interest most, to tell them of an acquisition: those in
   * whose own order it stands highest, by score, among all works that they may be recommended.
   * Visitors of whom nothing is known, neither what they did nor what they follow or like, who had
   * to do with the work already, who block something of it, or whom the standing filter keeps from
   * it are not among them.
   *
   * <p>Cost: one scoring of the catalogue for each visitor, some sixteen at a time, on as many
   * threads as the recommender was built with.
   *
   * @param artwork the artwork's id
   * @param n how many visitors, 1 or more
   * @return at most {@code n} visitors, those to whom it is most first, with reasons
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   * @throws IllegalArgumentException when {@code n} is not above 0
   */
  public List<AudienceMember> audience(String artwork, int n) {
    return audience(artwork, n, Locale.ENGLISH);
  }

  /**
   * Finds the visitors whom a work may interest most, as {@link #audience(String, int)}.
   *
   * @param artwork the artwork's id
   * @param n how many visitors, 1 or more
   * @param locale the language of the reasons
   * @return at most {@code n} visitors, those to whom it is most first, with reasons
   */
  public List<AudienceMember> audience(String artwork, int n, Locale locale) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more visitors");
    }
    return answers.audience(artwork, n, locale);
  }

  /**
   * Tells why a work is not among the ten that a visitor would be recommended now, as {@link
   * #whyNot(RecommendationRequest, String)}.
   *
   * @param user the visitor's id
   * @param artwork the artwork's id
   * @return what keeps it out, and what would bring it in
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public WhyNot whyNot(String user, String artwork) {
    return whyNot(RecommendationRequest.forUser(user).build(), artwork);
  }

  /**
   * Tells why a work is not in the answer to a request: which filter or exclusion keeps it out, how
   * far it is below the last one by score, whether the re-ranker preferred others, and which small
   * changes (a like or a few, one facet alone, more works) would bring it in. Changes are found by
   * asking, so each does; that none is found does not say that there is none. Cost: some ten
   * answers and one per facet.
   *
   * @param request what is asked; its deadline does not count
   * @param artwork the artwork's id
   * @return what keeps it out, and what would bring it in
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public WhyNot whyNot(RecommendationRequest request, String artwork) {
    return answers.whyNot(request, artwork);
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
    return answers.explain(user, artwork, locale);
  }

  /**
   * Explains the score that any work has for a request, whether or not it would be in the answer:
   * with the request's history, facets, wish, variant and language. With the {@linkplain
   * RecommendationRequest.Builder#seed seed} of an {@linkplain Recommendations#seed() answer} and
   * nothing changed since, by the arm that was drawn for that answer.
   *
   * @param request what is asked; its filters, exclusions, number and deadline do not count
   * @param artwork the artwork's id
   * @return the explanation
   * @throws IllegalArgumentException when the request is a group's, whose members have scores of
   *     their own
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the work
   */
  public Explanation explain(RecommendationRequest request, String artwork) {
    return answers.explain(request, artwork);
  }

  /**
   * Records what a visitor just did, or was shown; the next answer knows it. What they were shown
   * ({@link Recommendations#impressions}) is nothing that they did: it counts for no answer but by
   * the {@linkplain RecommenderBuilder#impressionDiscount discount} of works that are shown again
   * and again, and nobody learns from it; of each visitor the last 500 to 1,000 impressions are
   * kept in memory and model files, and all in the log. With a log the event is durable when this
   * returns. An event whose event id this visitor's events had before is ignored; the last {@value
   * io.artrec.live.internal.EventIds#WINDOW} ids are remembered. A rating off the scale of the
   * preference model is set to its end, as cleaning does when building.
   *
   * @param event the event; without a time it is stamped with the recommender's clock
   * @return false when the event id was known already, or the visitor has opted out
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold the artwork
   * @throws io.artrec.log.LogException when the log cannot take the event; it is then not recorded
   * @throws IllegalArgumentException when an id or the comment has half a surrogate pair, which no
   *     file could hold
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean record(Interaction event) {
    return recording.record(
            1,
            () -> {
              Interaction accepted = accepted(event);
              return upkeep.recordingAll(List.of(accepted), () -> live.record(accepted) ? 1 : 0);
            })
        > 0;
  }

  /**
   * Records a batch in one durable step, all of it or nothing. Apart from that each event counts as
   * for {@link #record}: one whose id is known, from before or earlier in the batch, and one of a
   * visitor who has opted out are left out. Cost: one write and sync of the log for the batch.
   *
   * @param events the events, in order
   * @return how many were newly recorded
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold an artwork
   * @throws io.artrec.log.LogException when the log cannot take the events
   * @throws IllegalArgumentException when a text has half a surrogate pair
   * @throws IllegalStateException when the recommender is closed
   */
  public int recordAll(List<Interaction> events) {
    return recording.record(
        events.size(),
        () -> {
          List<Interaction> accepted = events.stream().map(this::accepted).toList();
          return upkeep.recordingAll(accepted, () -> live.recordAll(accepted));
        });
  }

  /**
   * Records that an answer was shown to whom it is for, at the time of the answer: its {@linkplain
   * Recommendations#impressions() impressions}, as {@link #recordAll(List)} does, and, where a
   * strategy {@linkplain Recommendations#draw() drew} an arm for it, that it did, in the same
   * durable step. From then on what the visitor does with the works counts for the arm, by the
   * {@linkplain RecommenderBuilder#rewards rule}, also when it was recorded before; once the rule's
   * window is over, the answer counts in {@link #armWeights()} and for later draws. Recording it
   * twice counts once; when its impressions were recorded before, the draw still is.
   *
   * @param answer the answer
   * @return how many impressions were newly recorded; 0 for a visitor who has opted out
   * @throws io.artrec.catalog.UnknownArtworkException as for {@link #recordAll(List)}
   * @throws io.artrec.log.LogException when the log cannot take it; nothing is recorded then
   * @throws IllegalStateException when the recommender is closed, or the request names no single
   *     visitor
   */
  public int recordShown(Recommendations answer) {
    return recordShown(answer, answer.requireVisitor(), answer.time());
  }

  /**
   * Records that an answer was shown to somebody, as {@link #recordShown(Recommendations)}.
   *
   * @param answer the answer
   * @param visitor their id
   * @param when when it was shown
   * @return how many impressions were newly recorded
   */
  public int recordShown(Recommendations answer, String visitor, Instant when) {
    return recording.record(
        answer.size(),
        () ->
            live.recordShown(
                answer.impressions(visitor, when).stream().map(this::accepted).toList(),
                answer.drawn(when).map(drawn -> new Change.Answered(visitor, drawn))));
  }

  /**
   * Returns what {@linkplain Stacked stacked blends} of the strategy learned: how much each part
   * counts, by how much is known of work and visitor.
   *
   * @return as many as there are stacked blends, in their order; empty without any
   */
  public List<StackedWeights> stackedWeights() {
    return Stacked.weights(live.now().engine().scorer());
  }

  /**
   * Returns how probable each arm is now, by segment, for each adaptive hybrid of the strategy: to
   * be drawn over time on an operator's page. Cost O(segments · arms²), some 100 microseconds a
   * segment, unless answers have asked for it since something changed.
   *
   * @return as many as there are {@linkplain io.artrec.strategy.AdaptiveHybrid adaptive hybrids},
   *     in their order; empty without any
   */
  public List<ArmWeights> armWeights() {
    State now = live.now();
    return armWeights(now, now.draws().earnings(clock.millis()));
  }

  /**
   * Returns how probable each arm was at some times, to be drawn as curves: what {@link
   * #armWeights()} would have said then of what is known now. What was forgotten since, or is more
   * than is kept of a visitor, is not in it, and it outlives restarts as the answers do. Cost
   * O(answers kept + times · segments · arms²).
   *
   * @param times the times, none before the one before it
   * @return for each time as many as there are adaptive hybrids, in their order
   * @throws IllegalArgumentException when a time comes before the one before it
   */
  public List<List<ArmWeights>> armWeights(List<Instant> times) {
    for (int at = 1; at < times.size(); at++) {
      if (times.get(at).isBefore(times.get(at - 1))) {
        throw new IllegalArgumentException(
            "weights of arms were asked for at "
                + times.get(at - 1)
                + " and then at "
                + times.get(at)
                + ", expected times in order");
      }
    }
    State now = live.now();
    return now.draws().earnings(times.stream().map(Instant::toEpochMilli).toList()).stream()
        .map(earnings -> armWeights(now, earnings))
        .toList();
  }

  private static List<ArmWeights> armWeights(State now, Earnings earnings) {
    return AdaptiveHybrid.in(now.engine().settings().strategy()).stream()
        .map(adaptive -> adaptive.weights(earnings))
        .toList();
  }

  /**
   * Returns the answers that arms are credited with: those recorded as {@linkplain #recordShown
   * shown} whose window is over, with their rewards; of each visitor the last {@value
   * io.artrec.live.internal.LiveDraws#MOST}, and those shown within a window of the last.
   * Off-policy estimates of artrec-eval take them. Cost O(such answers).
   *
   * @return the answers, in order of visitor and time
   */
  public List<RewardedAnswer> drawnAnswers() {
    return live.now().draws().rewarded(clock.millis());
  }

  /**
   * Returns the experiment that is running.
   *
   * @return the builder's, or that of the model file; empty for none
   */
  public Optional<OnlineExperiment> experiment() {
    return live.now().engine().settings().experiment();
  }

  /**
   * Returns which variant of the {@linkplain #experiment() experiment} a visitor is in, for what
   * the application does differently itself. The same for ever, whether or not anything is known of
   * the visitor; nothing is stored.
   *
   * @param visitor the visitor's id
   * @return the variant's name; empty without an experiment
   */
  public Optional<String> variant(String visitor) {
    return live.now().variant(visitor);
  }

  /**
   * Records a batch that was read from an outside stream, together with how far that was: both are
   * durable, or neither, so that a reader that goes on after {@link #position} misses nothing and
   * doubles nothing. A batch whose offset was reached before is ignored. Batches of streams are
   * recorded one after the other.
   *
   * @param events the events, in order; may be empty
   * @param source the stream's name, as {@code "clicks/partition-3"}; not blank
   * @param offset the place of the batch's last event in the stream, 0 or more, rising
   * @return how many were newly recorded; 0 for a batch that was ignored
   * @throws io.artrec.catalog.UnknownArtworkException as for {@link #recordAll(List)}; leave such
   *     events out, or no later batch can follow
   * @throws io.artrec.log.LogException when the log cannot take the batch
   * @throws IllegalArgumentException when a text, the source or the offset is not as expected
   * @throws IllegalStateException when the recommender is closed
   */
  public int recordAll(List<Interaction> events, String source, long offset) {
    Change.Position position = new Change.Position(source, offset);
    return recording.record(
        events.size(),
        () -> {
          List<Interaction> accepted = events.stream().map(this::accepted).toList();
          return upkeep.recordingAll(accepted, () -> live.recordAll(accepted, position));
        });
  }

  /**
   * Keeps that a visitor follows an artist, a movement or a subject. From the next answer on, works
   * of it come forward: a work that has one such trait gains half of the distance between the
   * lowest and the highest score that taste gives, with {@code k} of them the share {@code 1 -
   * 2^-k}, and its reason says so. Of a visitor of whom nothing else is known, works of what they
   * follow come first, popular ones before others. Names are compared as filters compare them;
   * works that are only attributed to an artist, or made after them, are not by them. With a log
   * the choice is durable when this returns; {@link #forget} takes it out with all else, {@link
   * #merge} moves it, and {@link #forgetBefore} leaves it, because it holds until it is taken back.
   * It takes the place of a block of the same.
   *
   * @param user the visitor's id
   * @param trait what they follow, for instance {@code Trait.artist("Claude Monet")}; the catalogue
   *     need not hold a work of it yet
   * @return false when they follow it already or have opted out
   * @throws io.artrec.log.LogException when the log cannot take the choice; it then does not hold
   * @throws IllegalArgumentException when the id is blank or no valid Unicode
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean follow(String user, Trait trait) {
    return choosing.follow(user, trait);
  }

  /**
   * Keeps that a visitor follows something no longer.
   *
   * @param user the visitor's id
   * @param trait what they followed
   * @return false when they did not follow it
   * @throws io.artrec.log.LogException as for {@link #follow}
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean unfollow(String user, Trait trait) {
    return choosing.unfollow(user, trait);
  }

  /**
   * Keeps that a visitor wants to see nothing of an artist, a movement or a subject. From the next
   * answer on, no work whose record names it is recommended to them, nor to a group they are in, on
   * any path, the fall-back included; of an artist neither what is only attributed to them or made
   * after them. {@link #whyNot} says so. {@link #similar} knows no visitor and blocks nothing. Kept
   * as {@link #follow} keeps; it takes the place of following the same.
   *
   * @param user the visitor's id
   * @param trait what they block
   * @return false when they block it already or have opted out
   * @throws io.artrec.log.LogException as for {@link #follow}
   * @throws IllegalArgumentException when the id is blank or no valid Unicode
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean block(String user, Trait trait) {
    return choosing.block(user, trait);
  }

  /**
   * Keeps that a visitor blocks something no longer.
   *
   * @param user the visitor's id
   * @param trait what they blocked
   * @return false when they did not block it
   * @throws io.artrec.log.LogException as for {@link #follow}
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean unblock(String user, Trait trait) {
    return choosing.unblock(user, trait);
  }

  /**
   * Returns what a visitor follows and blocks.
   *
   * @param user the visitor's id
   * @return their choices; empty ones for somebody who chose nothing
   */
  public ExplicitPreferences preferences(String user) {
    return live.now().chosen().of(user);
  }

  /**
   * Keeps what a visitor is interested in: what they stated, or what was learned from their
   * comments, searches and history. From the next answer on, works that have what they like come
   * forward and works that have what they dislike go back, in the fall-back, too: interests of
   * weights that add up to {@code w} are worth {@code (1 - 2^-w) / 2} of the distance between the
   * lowest and the highest score, always less than one {@linkplain #follow followed} trait. None
   * keeps a work out, as a {@linkplain #block block} does. Of a visitor of whom nothing else is
   * known, works of what they like come first.
   *
   * <p>One interest is held for each trait and kind of evidence; a later one takes its place. What
   * is stated takes the place of all that was learned of a trait, and nothing more is learned of
   * it. What is learned fades, and is bounded in number and in change a day by the recommender's
   * {@linkplain RecommenderBuilder#interests rule}: of what is more, as much as fits is kept, in
   * the order given. With a log it is durable when this returns; {@link #forget} takes it out with
   * all else, {@link #merge} moves it, {@link #forgetBefore} takes what was learned from older
   * evidence, and {@link #undo} what was learned from an event that it {@linkplain Interest#from
   * refers to}.
   *
   * @param user the visitor's id
   * @param interests what was stated or learned; without a time it is of now
   * @return how many of them changed what is held; 0 for a visitor who has opted out
   * @throws io.artrec.log.LogException when the log cannot take them; nothing is kept then
   * @throws IllegalArgumentException when the id is blank or no valid Unicode
   * @throws IllegalStateException when the recommender is closed
   */
  public int learn(String user, Collection<Interest> interests) {
    return choosing.learn(user, List.copyOf(interests), clock.millis());
  }

  /**
   * Takes back what is known of a visitor's interest in something: nothing is held of it and
   * nothing learned, until they {@linkplain Interest#stated state} a weight. A note of that stays
   * with the visitor, as an interest of weight 0 that they stated.
   *
   * @param user the visitor's id
   * @param trait what it is about
   * @return false when that was so already, or they have opted out
   * @throws io.artrec.log.LogException as for {@link #learn}
   * @throws IllegalStateException when the recommender is closed
   */
  public boolean dropInterest(String user, Trait trait) {
    return learn(user, List.of(Interest.stated(trait, 0))) > 0;
  }

  /**
   * Returns what a visitor is interested in now: the weight of each trait, and all that is held of
   * it with its evidence, to be shown to them.
   *
   * @param user the visitor's id
   * @return the profile; an empty one for somebody of whom nothing is held
   */
  public InterestProfile interests(String user) {
    return live.now().interests(user, clock.millis());
  }

  /**
   * Sets what the house wants for everybody from the next answer on: works at set places, works
   * brought forward or taken back, sponsored places. It takes the place of what was set before. It
   * is the application's own state, edited where its pages are, so neither log nor model file keeps
   * it: set it again when starting.
   *
   * @param wanted the promotions; {@link Promotions#none()} for none
   */
  public void promote(Promotions wanted) {
    Objects.requireNonNull(wanted, "wanted");
    live.swap(now -> now.promoting(wanted));
  }

  /**
   * Returns what the house wants for everybody.
   *
   * @return the promotions set last
   */
  public Promotions promotions() {
    return live.now().promotions();
  }

  /**
   * Returns how far an outside stream was taken in, by this recommender, the log or the model file
   * it started from.
   *
   * @param source the stream's name
   * @return the offset of the last batch; empty when there was none
   */
  public OptionalLong position(String source) {
    return live.position(source);
  }

  /** Validated, dated, and on the scale of ratings. */
  private Interaction accepted(Interaction event) {
    if (closed) {
      throw new IllegalStateException("cannot record an event: the recommender is closed");
    }
    live.now().engine().catalog().requireIndex(event.artwork());
    event.requireValidText();
    return onScale(event.time().isPresent() ? event : event.at(clock.instant()));
  }

  private Interaction onScale(Interaction event) {
    return live.now().engine().context().preferenceModel().onScale(event);
  }

  /**
   * Changes the catalogue, all changes in one step: works come, are described anew, offered
   * otherwise or withdrawn. New works are answered for at once by what scores content, and by what
   * learned from behaviour after {@link #refresh} or {@link #retrain}; vocabularies that do not
   * grow and weights of rarity are those of the last {@link #retrain}, which fits features again.
   * Works withdrawn stay in histories and are never recommended. Answers, recording and learning go
   * on meanwhile; a second update waits for the first. With a log the changes are durable when this
   * returns, and are applied again after a restart, over what the builder's catalogue says.
   *
   * <p>Cost: encoding what is new or described anew, and O(catalogue) copies of references; an
   * offer encodes nothing.
   *
   * @param changes the changes, in order
   * @return what was done, and which works lack a feature because encoding failed
   * @throws io.artrec.catalog.UnknownArtworkException when a work must be in the catalogue and is
   *     not; nothing is changed then
   * @throws IllegalArgumentException when a work is added that is in the catalogue
   * @throws io.artrec.feature.ExtractionException when a work must be encoded and a feature was not
   *     passed to the loader
   * @throws io.artrec.log.LogException when the log cannot take the changes
   * @throws IllegalStateException when the recommender is closed
   */
  public UpdateReport update(List<CatalogChange> changes) {
    if (closed) {
      throw new IllegalStateException("cannot update the catalogue: the recommender is closed");
    }
    return updates.update(List.copyOf(changes));
  }

  /**
   * Changes the catalogue, as {@link #update(List)}.
   *
   * @param changes the changes, in order
   * @return what was done
   */
  public UpdateReport update(CatalogChange... changes) {
    return update(List.of(changes));
  }

  /**
   * Forgets a visitor: in one step they are a stranger to every answer, and their events leave
   * memory and the log, and {@link #report()} loses its example rows. Answers, recording and saving
   * go on meanwhile; they wait for one sync of the log, not for its rewriting.
   *
   * <p>What follows runs in the background ({@link RecommenderBuilder#background}), for all who
   * were forgotten by then together: the strategies give up what they learned from the visitor, by
   * {@link io.artrec.strategy.Scorer#updated} where they can and by training again otherwise; then
   * every model file that this recommender was loaded from or saved to is written again. While it
   * is {@linkplain ForgetReport#pending pending}, answers leave the visitor's events out, but what
   * others' events taught together with them still counts; {@link #awaitForgotten} waits until
   * nothing of the visitor is left. After a crash in between, a recommender that starts with the
   * log finishes it. Copies made elsewhere are beyond its reach, but for what {@linkplain
   * #addHolder holders} keep, who are asked to forget on this thread; one that fails stops nothing,
   * and is asked again by {@code awaitForgotten}.
   *
   * @param user the visitor's id
   * @return the receipt, which fills in as the background goes on; all zero for a visitor nobody
   *     knew
   * @throws io.artrec.log.LogException when the log cannot take note, and nothing is forgotten, or
   *     cannot remove events, which leave it when it is opened again at the latest
   * @throws ModelFileException when what an interrupted writer left beside a model file cannot be
   *     removed; calling this again tries again
   */
  public ForgetReport forget(String user) {
    dropExamples();
    return forgetting.forget(user);
  }

  private void dropExamples() {
    report =
        new BuildReport(
            report.cleaning().withoutExamples(), report.extraction(), report.computing());
  }

  /**
   * Forgets a visitor as {@link #forget} does, and keeps nothing of them from then on: {@link
   * #record} returns false. Answers are those for a stranger; a history that a request hands over
   * still counts for that request. That somebody opted out is kept in log and model files by a
   * keyed hash of the id, not by the id; who has the file and guesses an id can check the guess.
   *
   * @param user the visitor's id
   * @return what was erased
   * @throws io.artrec.log.LogException as for {@link #forget}
   * @throws ModelFileException as for {@link #forget}
   */
  public ForgetReport optOut(String user) {
    dropExamples();
    return forgetting.optOut(user);
  }

  /**
   * Ends an opting out: what the visitor does from now on is recorded again.
   *
   * @param user the visitor's id
   * @return false when they had not opted out
   * @throws io.artrec.log.LogException when the log cannot take note
   */
  public boolean optIn(String user) {
    return forgetting.optIn(user);
  }

  /**
   * Tells whether a visitor has opted out.
   *
   * @param user the visitor's id
   * @return true from {@link #optOut} until {@link #optIn}, restarts included
   */
  public boolean isOptedOut(String user) {
    return live.optOuts().contains(user);
  }

  /**
   * Takes one event back: this visitor's answers are at once as if it had not been. Then, in the
   * background as for {@link #forget}, the strategies give up what they learned from it, and model
   * files are written again. In the log the event stays, with a note that it was taken back, until
   * {@link #compactLog} or {@link #forget}. Its id stays known: the same event sent again is
   * ignored.
   *
   * @param user the visitor's id
   * @param eventId the event's id
   * @return false when the visitor has no such event
   * @throws io.artrec.log.LogException when the log cannot take note; the event then stays
   * @throws ModelFileException as for {@link #forget}
   */
  public boolean undo(String user, String eventId) {
    return forgetting.undo(user, eventId);
  }

  /**
   * Makes what an anonymous visitor did a known one's, as at a login, and forgets the anonymous one
   * as {@link #forget} does. What they follow, block and are interested in goes along, and holds
   * where the known one had chosen otherwise, because it was said later. The events keep their
   * times and event ids; those without an id get one that follows from the event, so that after a
   * crash or an exception in between, calling this again moves each event once. An event whose id
   * the known visitor's events have is not moved, and nothing is when the known one has opted out.
   * Nothing happens when nothing is known of the anonymous visitor. Cost: that of recording the
   * events in one batch, and of {@code forget}.
   *
   * @param anonymous the id from before the login
   * @param known the id from now on
   * @return how many events were moved
   * @throws IllegalArgumentException when both ids are the same
   * @throws io.artrec.log.LogException when the log cannot take the events or note the forgetting
   * @throws ModelFileException as for {@link #forget}
   */
  public int merge(String anonymous, String known) {
    if (anonymous.equals(known)) {
      throw new IllegalArgumentException(
          "cannot merge visitor '" + known + "' with themselves; pass two ids");
    }
    if (known.isBlank()) {
      throw new IllegalArgumentException("the id to merge into is blank, expected a visitor's id");
    }
    dropExamples();
    return forgetting.merge(anonymous, known);
  }

  /**
   * Keeps what visitors did for no longer than since a time: older events leave answers at once,
   * then the log, what strategies learned, and model files, as for {@link #forget}. Events without
   * a time stay. The log goes on saying so to older model files and exports.
   *
   * @param time events before it go; to the millisecond
   * @return what was erased, of all visitors
   * @throws io.artrec.log.LogException as for {@link #forget}
   * @throws ModelFileException as for {@link #forget}
   */
  public ForgetReport forgetBefore(Instant time) {
    dropExamples();
    return forgetting.expire(time);
  }

  /**
   * Waits until nothing of what was erased is pending, and finishes it on this thread where nobody
   * is at it. Where strategies are learning, waits for them first. Holders that failed are asked
   * once more. Receipts of erasures from before are final then.
   *
   * @throws ModelFileException when a model file cannot be rewritten
   * @throws ForgettingException when a holder fails again
   */
  public void awaitForgotten() {
    try {
      learning.awaitSettled();
    } catch (RuntimeException | Error e) {
      try {
        holders.retry();
      } catch (ForgettingException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    holders.retry();
  }

  /**
   * Collects everything that is held about a visitor, and where: events with all fields, from
   * training and since, what they were shown, follow and block, their interests with the evidence,
   * what they took back, whether they opted out, what the log says, which model files there are,
   * and what {@linkplain #addHolder holders} hold. Cost: one pass over the training data and the
   * log; recording waits for a look at the visitor's events.
   *
   * @param user the visitor's id
   * @return the data, to be handed over; empty for a visitor nobody knows
   * @throws io.artrec.log.LogException when the log cannot be read
   */
  public PersonalData export(String user) {
    return exporting.export(user);
  }

  /**
   * Adds somebody who keeps something about visitors beside the recommender. From now on what they
   * hold is in {@link #export}, and {@link #forget}, {@link #optOut} and {@link #merge} have them
   * forget.
   *
   * @param holder the holder
   * @throws IllegalStateException when one of the same name is there
   */
  public void addHolder(PersonalDataHolder holder) {
    holders.add(holder);
  }

  /**
   * Takes a holder away.
   *
   * @param holder is asked no more, but for erasures that it still owes
   */
  public void removeHolder(PersonalDataHolder holder) {
    holders.remove(holder);
  }

  /**
   * Trains the strategies again, on the training data and everything recorded since. Answers,
   * recording, saving and forgetting go on meanwhile, from the old state until one atomic swap;
   * what is recorded meanwhile is joined to the new one. A second call waits for the first. When it
   * fails, everything is as before.
   */
  public void retrain() {
    learning.learn(
        RecommenderListener.How.RETRAINED,
        (engine, dataset, now) -> engine.retrained(dataset, now, UnaryOperator.identity()));
  }

  /**
   * Lets the strategies learn what was recorded since training, without training from the beginning
   * where they can ({@link io.artrec.strategy.Scorer#refreshed}) and by training from where they
   * stand otherwise: what visitors did then speaks for others, too. Everything else goes on
   * meanwhile, as for {@link #retrain}.
   */
  public void refresh() {
    learning.learn(
        RecommenderListener.How.REFRESHED,
        (engine, dataset, now) -> engine.refreshed(dataset, now, UnaryOperator.identity()));
  }

  /**
   * Goes back to what answered before the last {@link #retrain} or {@link #refresh}, where the
   * {@linkplain RefreshPolicy#keepingPrevious policy} keeps it: strategies know again what they
   * knew, and everything recorded since counts as recorded, as does what the catalogue has become.
   * Whatever erases something voids it, because what answered before would know it still: a
   * forgetting, an event taken back, a merge, an opting out, an expiry. One learning can be gone
   * back, not several. Where the policy {@linkplain RefreshPolicy#saving saves}, model files are
   * written again; otherwise one that was saved meanwhile keeps what was gone back from. The policy
   * counts anew from here. Waits for a learning under way, and then goes back behind that.
   *
   * @return false when nothing is kept; nothing is changed then
   * @throws io.artrec.feature.ExtractionException when works came since, and a feature that must
   *     encode them was not passed to the loader; nothing is changed then
   */
  public boolean previous() {
    boolean returned = learning.previous();
    if (returned) {
      upkeep.save();
    }
    return returned;
  }

  /**
   * Returns how far learning is: when it was last done, what is not learned yet, what failed, and
   * how well the order of works foresees what pleases ({@link RefreshPolicy#onDrift}).
   *
   * @return the status of this moment
   */
  public LearningStatus learning() {
    return upkeep.status();
  }

  /** Has model files know what was learned, and the log no more than they lack. */
  private void saveAgain() {
    if (!files.rewrite(live::saving).isEmpty()) {
      open.log().ifPresent(log -> files.withHeld(log::compact));
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
    files.save(file, live::saving);
  }

  /**
   * Saves everything to a stream, which stays open: the bytes of a model file, encrypted where
   * model files are, for {@link #loader(InputStream)}. What was written is a copy elsewhere, which
   * {@link #forget} does not reach.
   *
   * @param stream receives the bytes
   * @throws java.io.UncheckedIOException when it does not take them
   */
  public void save(OutputStream stream) {
    ModelContent.Saving saving = live.saving();
    ModelFile.write(stream, encryption, out -> ModelContent.write(saving, clock, out));
  }

  /**
   * Writes a backup into a new folder: a model file and a copy of the log, of one moment, with the
   * SHA-256 of each file. It holds everything that was acknowledged before this call began, and may
   * hold what came while it ran; of who was forgotten before, it holds nothing: forgetting that is
   * {@linkplain ForgetReport#pending pending} is finished first. Recording, answering, learning and
   * forgetting go on meanwhile; saving, compacting and the rewriting of files wait. The folder is
   * there once it is whole and on the disk, and not before; {@link Backup#restore} makes a
   * recommender of it. A log that is not in files is not in it, and has backups of its own. {@link
   * #forget} does not reach into backups: {@link Backup} says what that means.
   *
   * @param folder the new folder; must not be there, its parent must
   * @return the backup
   * @throws BackupException when it cannot be written
   * @throws ModelFileException when the model file in it cannot be written
   * @throws io.artrec.log.LogException when the log cannot be read
   */
  public Backup backup(Path folder) {
    if (learning.isPending()) {
      learning.awaitSettled();
    }
    return files.backup(folder, live::saving, open.log());
  }

  /**
   * Writes again, under the {@linkplain RecommenderBuilder#encryption key source}'s current key,
   * what earlier keys opened: segments of the log, and every model file that this recommender was
   * loaded from or saved to. When it returns, no file of these needs an earlier key, and the source
   * can give it up; copies and backups elsewhere are under it still. Everything else goes on
   * meanwhile. Also encrypts what was not, when the encryption {@linkplain
   * io.artrec.encryption.Encryption#acceptingPlain accepts} that. Without encryption, writes the
   * model files again as they are.
   *
   * @return the model files
   * @throws io.artrec.log.LogException when the log cannot be rewritten; calling this again goes on
   * @throws ModelFileException when a model file cannot be rewritten
   * @throws io.artrec.encryption.EncryptionException when there is no current key
   */
  public List<Path> rotateKeys() {
    open.log().ifPresent(ChangeLog::rotateKeys);
    return files.rewrite(live::saving);
  }

  /**
   * Drops from the log what every model file holds that this recommender was loaded from or saved
   * to, as far as they exist; notes of who was forgotten stay. From then on the log starts such a
   * file only: building from training data with it is refused. Call it after {@link #save}. Events
   * with works that the catalogue lacks are in no model file, and go, too.
   *
   * @return the number of the last change that may be missing from the log now, 0 when one of the
   *     files holds none of it
   * @throws IllegalStateException when there is no log or no such file
   * @throws io.artrec.log.LogException when the log cannot be rewritten
   */
  public long compactLog() {
    ChangeLog log =
        open.log()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "cannot compact the log: there is none; pass log(...) when building or"
                            + " loading"));
    return files
        .withHeld(log::compact)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "cannot compact the log: no model file of this recommender is there to hold"
                        + " what would be dropped; call save(...) first"));
  }

  /** {@return the works that can be recommended} */
  public Catalog catalog() {
    return live.now().engine().catalog();
  }

  /** {@return the features of the works} */
  public FeatureStore features() {
    return live.now().engine().context().features();
  }

  /**
   * Starts to prepare meetings with visitors of whom nothing is known, over the works and features
   * of now, showing works that many had to do with and that the standing filter allows. What
   * somebody answered becomes events ({@link io.artrec.elicitation.TasteProfile#interactions}) for
   * {@link #record} or a request's history. Prepare anew when the catalogue has changed, or a
   * visitor was forgotten.
   *
   * @return a builder
   */
  public FirstMeeting.Builder firstMeeting() {
    Engine engine = live.now().engine();
    FirstMeeting.Builder meeting =
        FirstMeeting.over(engine.catalog(), engine.context().features()).known(engine.dataset());
    engine.settings().rules().filter().ifPresent(meeting::filter);
    return meeting;
  }

  /**
   * Returns the behaviour the strategies were trained on.
   *
   * @return the dataset, without what was recorded since
   */
  public Dataset dataset() {
    return live.now().engine().dataset();
  }

  /**
   * Returns what is known of a visitor: what they did, from training and since, and the last works
   * that they were shown.
   *
   * @param user the visitor's id
   * @return their events, oldest first; empty for somebody unknown
   */
  public List<Interaction> history(String user) {
    return live.now().history(user);
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
   * Returns how the cache of answers does.
   *
   * @return hits, misses and entries; empty without an {@link RecommenderBuilder#answerCache}
   */
  public Optional<CacheStatistics> cacheStatistics() {
    return kept.map(KeptAnswers::statistics);
  }

  /**
   * Tells whether something is wrong: the log takes no events, forgetting failed or has been
   * pending for more than an hour, the last training failed, the scoring backend has fallen back to
   * the host, or the last answers lack their re-ranking. Cost: some looks.
   *
   * @return up, or degraded with sentences
   */
  public Health health() {
    return check.health(closed);
  }

  /**
   * Returns since when something that must be forgotten may still be held: by strategies, a model
   * file or a holder.
   *
   * @return when the longest pending erasure began; empty when none is pending
   */
  public Optional<Instant> forgettingPendingSince() {
    return check.pendingSince();
  }

  /**
   * Adds who hears of what the recommender answers, records and learns, and of changes.
   *
   * @param listener hears of what begins after this call
   */
  public void addListener(RecommenderListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Takes a listener away.
   *
   * @param listener hears no more of changes that begin after this call
   */
  public void removeListener(RecommenderListener listener) {
    listeners.remove(listener);
  }

  /**
   * Closes the log, when the recommender opened it, and what it has loaded into the {@linkplain
   * RecommenderBuilder#scoring scoring backend}. Answers still work afterwards, by plain Java;
   * {@link #record} throws. Forgetting that is pending stops, once model files that it is writing
   * are whole: with a log it is finished at the next start, without one {@link #awaitForgotten}
   * must come first.
   */
  @Override
  public void close() {
    closed = true;
    upkeep.close();
    learning.close();
    open.close();
    live.now().engine().residence().retire();
  }

  /** Something that model files may hold was erased, says the log. */
  void outdateFiles() {
    files.outdate();
  }

  void replay(Interaction event) {
    live.replay(onScale(event));
  }

  /** Takes in the catalogue's changes of a log; returns how many replayed events have no work. */
  int replay(List<CatalogChange> changes) {
    updates.replay(changes);
    return live.dropUnknown();
  }

  /** Before anybody asks: leaves out what the log or a model file says is erased. */
  void withhold(UnaryOperator<Withheld> more) {
    if (live.now().trainedEvents(more.apply(Withheld.nothing())) > 0) {
      files.outdate();
      live.swap(now -> now.withholding(more));
    }
  }

  /** Finishes forgetting that a crash interrupted, or that a model file knew nothing of. */
  void finishStarting() {
    learning.settle();
  }

  void loadedFrom(Path file, long logNumber) {
    files.add(file, logNumber);
    try {
      files.removeLeftovers();
    } catch (ModelFileException e) {
      LOG.warn("something may be left of an interrupted writer; the next forget tries again", e);
    }
  }

  LiveState live() {
    return live;
  }
}
