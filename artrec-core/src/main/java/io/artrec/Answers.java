package io.artrec;

import io.artrec.Recommendations.Asked;
import io.artrec.answering.internal.AnsweredQuestion;
import io.artrec.answering.internal.Answering;
import io.artrec.answering.internal.Course;
import io.artrec.answering.internal.Question;
import io.artrec.answering.internal.RankedArtwork;
import io.artrec.answering.internal.Residence;
import io.artrec.answering.internal.Standing;
import io.artrec.answering.internal.Steering;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Circumstances;
import io.artrec.strategy.Query;
import io.artrec.vector.TopRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Questions put to the state of the moment they come in. Thread-safe; waits for nothing. */
final class Answers {
  /**
   * Who is told of answers.
   *
   * @param vitals notes whether they are whole
   * @param listeners hear of each
   */
  record Told(Vitals vitals, Listeners listeners) {
    Recommendations of(Recommendations answer) {
      vitals.answered(answer);
      if (!listeners.isEmpty()) {
        listeners.tell(listener -> listener.answered(answer));
      }
      return answer;
    }
  }

  private final LiveState live;
  private final Optional<KeptAnswers> kept;
  private final KeptAnswers.Ground ground =
      new KeptAnswers.Ground() {
        @Override
        public List<Object> marks(Request request) {
          return live.now().marks(request);
        }

        @Override
        public boolean mayKeep(Request request) {
          return request.visitors().stream().noneMatch(live.optOuts()::contains);
        }
      };

  private final Told told;
  private final Clock clock;
  private final LongSupplier nanos;
  private final String source = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
  private final AtomicLong given = new AtomicLong();

  /** Of a state, with nobody who hears. */
  Answers(LiveState live, Clock clock, LongSupplier nanos) {
    this(live, Optional.empty(), new Told(new Vitals(clock), new Listeners()), clock, nanos);
  }

  /**
   * Of a state.
   *
   * @param kept answers that are given again
   * @param told hear of answers
   * @param clock tells when is asked
   * @param nanos tells what an answer takes
   */
  Answers(LiveState live, Optional<KeptAnswers> kept, Told told, Clock clock, LongSupplier nanos) {
    this.live = live;
    this.kept = kept;
    this.told = told;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Asks the state of now, whose matrices stay loaded meanwhile. */
  private <T> T ask(BiFunction<State, Answering, T> question) {
    while (true) {
      State now = live.now();
      Residence residence = now.engine().residence();
      if (residence.enter()) {
        try {
          return question.apply(now, residence.answering());
        } finally {
          residence.leave();
        }
      }
      if (live.now().engine().residence().equals(residence)) {
        return question.apply(now, residence.host());
      }
    }
  }

  Recommendations recommend(RecommendationRequest request) {
    return again(
        request,
        () -> {
          Course course = new Course(nanos, request.deadline());
          return ask((now, answering) -> recommend(now, answering, request, course));
        });
  }

  /** An answer that is kept, or made. */
  private Recommendations again(Request request, Supplier<Recommendations> maker) {
    return told.of(kept.isPresent() ? kept.get().answer(request, ground, maker) : maker.get());
  }

  private Recommendations recommend(
      State now, Answering answering, RecommendationRequest request, Course course) {
    long millis = clock.millis();
    long seed = seed(now, request, request.askers(), millis);
    Question question = question(now, request, millis, seed);
    Asked asked = new Asked(request, variant(now, request), Instant.ofEpochMilli(millis), seed);
    return named(now.engine(), asked, answering.answer(question, course));
  }

  /** Which variant a request is answered for. */
  private static Optional<String> variant(State now, RecommendationRequest request) {
    return request.variant().isPresent() ? request.variant() : request.user().flatMap(now::variant);
  }

  private static Circumstances circumstances(
      State now, RecommendationRequest request, long millis) {
    return Circumstances.none()
        .language(request.locale())
        .tag(request.tag())
        .variant(variant(now, request))
        .earnings(now.draws().earnings(millis));
  }

  private static long seed(State now, Request request, List<String> askers, long millis) {
    return Chance.seed(request, now.engine().settings().seed(), askers, millis);
  }

  private static Question question(
      State now, RecommendationRequest request, long millis, long seed) {
    History added = Dataset.historyOf(now.engine().catalog(), request.history());
    Circumstances circumstances = circumstances(now, request, millis);
    List<Query> members = new ArrayList<>();
    List<Steering> steering = new ArrayList<>();
    if (request.group().isEmpty()) {
      members.add(
          now.query(
              new Asker(request.user(), added, request.facets(), millis, seed, circumstances)));
      steering.add(now.steering(request.user(), members.get(0), request.history()));
    }
    for (String member : request.group()) {
      long own = Chance.of(seed, member);
      Query query =
          now.query(
              new Asker(Optional.of(member), added, request.facets(), millis, own, circumstances));
      members.add(query);
      steering.add(now.steering(Optional.of(member), query, request.history()));
    }
    History everybodys = History.none();
    for (Query member : members) {
      everybodys = everybodys.plus(member.history());
    }
    return now.engine().question(request, members, steering, now.promotions(), everybodys);
  }

  private Recommendations named(Engine engine, Asked asked, AnsweredQuestion answer) {
    AnswerName name = new AnswerName(source + "-" + given.incrementAndGet(), engine.version());
    return new Recommendations(name, asked, answer);
  }

  List<Recommendations> recommendAll(List<RecommendationRequest> requests) {
    return live.now()
        .engine()
        .workers()
        .map("answering " + requests.size() + " requests", requests, this::recommend);
  }

  List<TopArtworks> top(Collection<String> users, int n) {
    return ask((now, answering) -> top(now, answering, users, n));
  }

  private List<TopArtworks> top(State now, Answering answering, Collection<String> users, int n) {
    long millis = clock.millis();
    Engine engine = now.engine();
    List<String> ids = List.copyOf(users);
    List<Query> queries =
        engine
            .workers()
            .map("reading histories", ids, id -> now.query(asker(now, id, millis, Locale.ENGLISH)));
    List<Optional<TopRows>> found = byTaste(now, answering, ids, queries, n);
    int[] alone = IntStream.range(0, ids.size()).filter(i -> found.get(i).isEmpty()).toArray();
    List<Question> questions =
        IntStream.of(alone).mapToObj(i -> question(now, ids.get(i), queries.get(i), n)).toList();
    List<TopRows> chosen = answering.chooseAll(questions);
    List<TopArtworks> all = new ArrayList<>();
    for (int i = 0, next = 0; i < ids.size(); i++) {
      TopRows rows = found.get(i).isPresent() ? found.get(i).get() : chosen.get(next++);
      all.add(top(engine.catalog(), ids.get(i), rows));
    }
    return all;
  }

  /** Those whose answers follow taste alone, together; empty for the others. */
  private static List<Optional<TopRows>> byTaste(
      State now, Answering answering, List<String> ids, List<Query> queries, int n) {
    int[] plain =
        IntStream.range(0, ids.size())
            .filter(i -> now.promotions().isEmpty())
            .filter(i -> steering(now, ids.get(i), queries.get(i)).isNone())
            .toArray();
    List<Optional<TopRows>> together =
        answering.top(IntStream.of(plain).mapToObj(queries::get).toList(), n);
    List<Optional<TopRows>> found =
        new ArrayList<>(Collections.nCopies(ids.size(), Optional.empty()));
    for (int i = 0; i < plain.length; i++) {
      found.set(plain[i], together.get(i));
    }
    return found;
  }

  private static Asker asker(State now, String user, long millis, Locale locale) {
    long seed = Chance.seed(now.engine().settings().seed(), List.of(user), millis);
    Circumstances circumstances =
        Circumstances.none()
            .language(locale)
            .variant(now.variant(user))
            .earnings(now.draws().earnings(millis));
    return new Asker(Optional.of(user), History.none(), Map.of(), millis, seed, circumstances);
  }

  private static Steering steering(State now, String user, Query query) {
    return now.steering(Optional.of(user), query, List.of());
  }

  private static Question question(State now, String user, Query query, int n) {
    RecommendationRequest request = RecommendationRequest.forUser(user).n(n).build();
    List<Steering> steering = List.of(steering(now, user, query));
    return now.engine()
        .question(request, List.of(query), steering, now.promotions(), query.history());
  }

  private static TopArtworks top(Catalog catalog, String user, TopRows rows) {
    List<Artwork> artworks = new ArrayList<>(rows.size());
    List<Double> scores = new ArrayList<>(rows.size());
    for (int rank = 0; rank < rows.size(); rank++) {
      artworks.add(catalog.get(rows.artwork(rank)));
      scores.add(rows.score(rank));
    }
    return new TopArtworks(user, artworks, scores);
  }

  Recommendations similar(SimilarRequest request) {
    return again(
        request,
        () -> {
          Course course = new Course(nanos, request.deadline());
          return ask((now, answering) -> similar(now, answering, request, course));
        });
  }

  private Recommendations similar(
      State now, Answering answering, SimilarRequest request, Course course) {
    long millis = clock.millis();
    long seed = seed(now, request, request.names(), millis);
    Question question = now.engine().question(request, millis, seed);
    Asked asked = new Asked(request, request.variant(), Instant.ofEpochMilli(millis), seed);
    return named(now.engine(), asked, answering.answer(question, course));
  }

  /** The visitors to whom a work is most, of those about whom something is known. */
  List<AudienceMember> audience(String artwork, int n, Locale locale) {
    return ask((now, answering) -> audience(now, answering, artwork, n, locale));
  }

  private List<AudienceMember> audience(
      State now, Answering answering, String artwork, int n, Locale locale) {
    long millis = clock.millis();
    Engine engine = now.engine();
    int index = engine.catalog().requireIndex(artwork);
    List<String> users = List.copyOf(now.users());
    List<Question> questions =
        engine
            .workers()
            .map(
                "reading histories",
                users,
                user -> question(now, user, now.query(asker(now, user, millis, locale)), 1));
    List<Optional<RankedArtwork>> interests = answering.interests(questions, index);
    return IntStream.range(0, users.size())
        .filter(i -> interests.get(i).isPresent())
        .filter(i -> isKnown(questions.get(i)))
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> interests.get(i).orElseThrow().rank())
                .thenComparing(i -> -interests.get(i).orElseThrow().score()))
        .limit(n)
        .map(
            i ->
                new AudienceMember(
                    users.get(i),
                    interests.get(i).orElseThrow().rank(),
                    answering.explain(
                        questions.get(i).askers().get(0),
                        questions.get(i).steering().get(0),
                        now.promotions(),
                        index,
                        locale)))
        .toList();
  }

  private static boolean isKnown(Question question) {
    return question.askers().get(0).preferences().size() > 0
        || question.steering().get(0).wantsSome();
  }

  /**
   * What several questions share that are to be answered alike.
   *
   * @param millis when is asked
   * @param seed what is left to chance
   */
  private record Same(long millis, long seed) {}

  /** Why a work is not in the answer of this moment, and what would bring it in. */
  WhyNot whyNot(RecommendationRequest request, String artwork) {
    return ask((now, answering) -> whyNot(now, answering, request, artwork));
  }

  private WhyNot whyNot(
      State now, Answering answering, RecommendationRequest request, String artwork) {
    long millis = clock.millis();
    Same same = new Same(millis, seed(now, request, request.askers(), millis));
    Engine engine = now.engine();
    int index = engine.catalog().requireIndex(artwork);
    Standing standing = answering.standing(question(now, request, millis, same.seed()), index);
    List<WhyNot.Change> changes = List.of();
    if (standing.chosen().isEmpty() && standing.obstacles().isEmpty()) {
      changes =
          new Changes(
                  request, artwork, other -> works(now, answering, other, same).contains(artwork))
              .found(
                  likedWith(now, answering, artwork, same),
                  engine.context().features().entries().stream()
                      .map(FeatureStore.Entry::spec)
                      .toList(),
                  standing.rank().orElse(0));
    }
    return new WhyNot(engine.catalog().get(index), request.n(), standing, changes);
  }

  /** What taste answers somebody who likes a work alone: what it is linked to. */
  private List<String> likedWith(State now, Answering answering, String artwork, Same same) {
    Interaction liked = Interaction.favorite("visitor", artwork);
    return works(now, answering, RecommendationRequest.forHistory(List.of(liked)).build(), same);
  }

  private List<String> works(
      State now, Answering answering, RecommendationRequest request, Same same) {
    Question question = question(now, request, same.millis(), same.seed());
    TopRows rows = answering.chooseAll(List.of(question)).get(0);
    return IntStream.range(0, rows.size())
        .mapToObj(rank -> now.engine().catalog().get(rows.artwork(rank)).id())
        .toList();
  }

  Explanation explain(String user, String artwork, Locale locale) {
    return ask(
        (now, answering) -> {
          int index = now.engine().catalog().requireIndex(artwork);
          Query query = now.query(asker(now, user, clock.millis(), locale));
          return answering.explain(
              query, steering(now, user, query), now.promotions(), index, locale);
        });
  }

  /** Why a work has its score for a request of one asker. */
  Explanation explain(RecommendationRequest request, String artwork) {
    if (!request.group().isEmpty()) {
      throw new IllegalArgumentException(
          "an explanation of '"
              + artwork
              + "' was asked for the group "
              + request.group()
              + ", whose members have scores of their own; ask for each of them");
    }
    return ask(
        (now, answering) -> {
          int index = now.engine().catalog().requireIndex(artwork);
          long millis = clock.millis();
          Question question =
              question(now, request, millis, seed(now, request, request.askers(), millis));
          return answering.explain(
              question.askers().get(0),
              question.steering().get(0),
              now.promotions(),
              index,
              request.locale());
        });
  }
}
