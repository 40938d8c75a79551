package io.artrec.text.mood;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.text.subject.Distress;
import io.artrec.text.subject.DistressFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Works in steps from the mood somebody is in towards one that they want, the first where they are:
 * the principle of iso-mood (I. M. Altshuler, A Psychiatrist's Experience with Music as a
 * Therapeutic Agent, in Music and Medicine, 1948), which is about music. That it helps with
 * pictures is not shown; this is no treatment.
 *
 * <pre>{@code
 * MoodWalk walk = MoodPath.of(moods).from("sad").to("calm").steps(5)
 *     .walk(recommender, RecommendationRequest.forUser("ada").build());
 * walk.steps().forEach(step -> System.out.println(step.sentence(Locale.ENGLISH)));
 * }</pre>
 *
 * <p>The stations lie evenly on the straight line between the two moods. For each in turn the best
 * work by {@link MoodMatch} is taken from the visitor's own recommendations, never one twice, none
 * that goes back behind the work before, and none that goes farther than half a step ahead of its
 * station. A station near which there is none stays empty and says so. Works with subjects of war,
 * death, illness or cruelty are kept out unless they are allowed; nudity is not.
 *
 * <p>Immutable and thread-safe; deterministic where the recommender's answers are. Cost: one answer
 * of {@value #POOL} works, and for each step a pass over them.
 */
public final class MoodPath {
  /** How many recommendations are looked at, unless set. */
  public static final int POOL = 1000;

  private static final Set<Distress> KEPT_OUT =
      EnumSet.of(Distress.WAR, Distress.DEATH, Distress.ILLNESS, Distress.CRUELTY);
  private static final int STEPS = 5;

  private static final class Setup {
    private MoodStep.End from = MoodStep.End.of(Affect.NEUTRAL);
    private MoodStep.End to = MoodStep.End.of(Affect.NEUTRAL);
    private int steps = STEPS;
    private int pool = POOL;
    private Set<Distress> keptOut = KEPT_OUT;

    Setup copy() {
      Setup copy = new Setup();
      copy.from = from;
      copy.to = to;
      copy.steps = steps;
      copy.pool = pool;
      copy.keptOut = keptOut;
      return copy;
    }
  }

  private final MoodMatch match;
  private final Setup setup;

  private MoodPath(MoodMatch match, Setup setup) {
    this.match = match;
    this.setup = setup;
  }

  /**
   * {@return a path of five steps from neutral to neutral}
   *
   * @param moods the moods of the recommender's works
   */
  public static MoodPath of(CatalogMoods moods) {
    return new MoodPath(MoodMatch.of(moods), new Setup());
  }

  /**
   * {@return this path choosing works otherwise}
   *
   * @param other how works are chosen, with another reach or share of taste
   */
  public MoodPath matching(MoodMatch other) {
    return new MoodPath(Objects.requireNonNull(other, "match"), setup);
  }

  /**
   * {@return this path beginning elsewhere}
   *
   * @param mood a word of {@link MoodLexicon#standard}, English or Chinese
   * @throws IllegalArgumentException when it is none
   */
  public MoodPath from(String mood) {
    Setup changed = setup.copy();
    changed.from = known(mood);
    return new MoodPath(match, changed);
  }

  /**
   * {@return this path beginning elsewhere}
   *
   * @param mood the mood somebody is in
   */
  public MoodPath from(Affect mood) {
    Setup changed = setup.copy();
    changed.from = MoodStep.End.of(mood);
    return new MoodPath(match, changed);
  }

  /**
   * {@return this path ending elsewhere}
   *
   * @param mood a word of {@link MoodLexicon#standard}, English or Chinese
   * @throws IllegalArgumentException when it is none
   */
  public MoodPath to(String mood) {
    Setup changed = setup.copy();
    changed.to = known(mood);
    return new MoodPath(match, changed);
  }

  /**
   * {@return this path ending elsewhere}
   *
   * @param mood the wanted mood
   */
  public MoodPath to(Affect mood) {
    Setup changed = setup.copy();
    changed.to = MoodStep.End.of(mood);
    return new MoodPath(match, changed);
  }

  private static MoodStep.End known(String mood) {
    return MoodLexicon.standard()
        .find(mood)
        .map(word -> new MoodStep.End(word.affect(), Optional.of(word.mood())))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + mood
                        + "' is no word of mood that is known; MoodLexicon.standard().moods() lists"
                        + " some, or pass valence and arousal"));
  }

  /**
   * {@return this path with another number of steps}
   *
   * @param count 2 or more, both ends included
   */
  public MoodPath steps(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("steps is " + count + ", expected 2 or more");
    }
    Setup changed = setup.copy();
    changed.steps = count;
    return new MoodPath(match, changed);
  }

  /**
   * {@return this path looking at more or fewer recommendations}
   *
   * @param works how many, 1 or more
   */
  public MoodPath pool(int works) {
    if (works < 1) {
      throw new IllegalArgumentException("pool is " + works + ", expected 1 or more");
    }
    Setup changed = setup.copy();
    changed.pool = works;
    return new MoodPath(match, changed);
  }

  /**
   * {@return this path keeping out other distress}
   *
   * @param marks what is kept out, instead of war, death, illness and cruelty; none keeps nothing
   *     out
   */
  public MoodPath keepingOut(Collection<Distress> marks) {
    Setup changed = setup.copy();
    changed.keptOut = marks.isEmpty() ? EnumSet.noneOf(Distress.class) : EnumSet.copyOf(marks);
    return new MoodPath(match, changed);
  }

  /**
   * Chooses the works.
   *
   * @param recommender has the works
   * @param request who asks, and which works may be among them; how many it says does not matter
   * @return a step for each station, some perhaps without a work
   */
  public MoodWalk walk(Recommender recommender, RecommendationRequest request) {
    RecommendationRequest.Builder asked = request.toBuilder().n(setup.pool);
    if (!setup.keptOut.isEmpty()) {
      asked.filter(DistressFilter.without(setup.keptOut).finding(match.moods().reader().finder()));
    }
    return walk(recommender.recommend(asked.build()));
  }

  private MoodWalk walk(Recommendations pool) {
    List<MoodMatch.Candidate> candidates = match.candidates(pool);
    Line line = new Line(MoodMatch.shown(setup.from.affect()), MoodMatch.shown(setup.to.affect()));
    double step = 1.0 / (setup.steps - 1);
    List<MoodStep> steps = new ArrayList<>();
    double behind = Double.NEGATIVE_INFINITY;
    Optional<MatchedArtwork> before = Optional.empty();
    for (int s = 0; s < setup.steps; s++) {
      MoodStep.End end = end(s);
      Affect station = end.affect();
      double ahead = s * step + step / 2;
      Optional<MoodMatch.Candidate> chosen = Optional.empty();
      for (MoodMatch.Candidate candidate : candidates) {
        double progress = line.progress(candidate.mood().affect());
        boolean fits =
            candidate.distance(station) <= match.reach() && progress >= behind && progress <= ahead;
        if (fits && isBetter(candidate, chosen, station)) {
          chosen = Optional.of(candidate);
        }
      }
      Optional<MatchedArtwork> work = chosen.map(candidate -> candidate.matched(station));
      steps.add(new MoodStep(new MoodStep.Place(s + 1, setup.steps, end), work, before));
      if (chosen.isPresent()) {
        candidates.remove(chosen.get());
        behind = line.progress(chosen.get().mood().affect());
        before = work;
      }
    }
    return new MoodWalk(
        steps,
        setup.keptOut.isEmpty() ? Set.of() : Collections.unmodifiableSet(setup.keptOut),
        pool);
  }

  /** The mood of a station, of those at both ends with the name that was asked for. */
  private MoodStep.End end(int step) {
    if (step == 0) {
      return setup.from;
    }
    double share = (double) step / (setup.steps - 1);
    return step == setup.steps - 1
        ? setup.to
        : MoodStep.End.of(setup.from.affect().towards(setup.to.affect(), share));
  }

  private boolean isBetter(
      MoodMatch.Candidate candidate, Optional<MoodMatch.Candidate> chosen, Affect station) {
    return chosen.isEmpty() || match.score(candidate, station) > match.score(chosen.get(), station);
  }

  /** How far along the way a mood lies: 0 at its beginning, 1 at its end. */
  private record Line(Affect from, Affect to) {
    double progress(Affect at) {
      double valence = to.valence() - from.valence();
      double arousal = to.arousal() - from.arousal();
      double square = valence * valence + arousal * arousal;
      return square == 0
          ? 0
          : ((at.valence() - from.valence()) * valence + (at.arousal() - from.arousal()) * arousal)
              / square;
    }
  }
}
