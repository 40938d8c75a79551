package io.artrec.strategy;

import io.artrec.behavior.Earnings;
import io.artrec.behavior.Earnings.Earned;
import io.artrec.experiment.internal.StableHash;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers each request by one of several arms, drawn with probabilities that are learned from what
 * came of earlier answers. An arm is any strategy: one method, or a blend with weights of its own.
 * Answers say which arm was drawn, with which probability and for which segment ({@link Draw});
 * their reasons are the arm's own. Immutable and thread-safe.
 *
 * <p>Probabilities are those of the policy in the asker's segment, mixed with even ones: {@code p =
 * (1 − e) · policy + e / arms}, with the {@linkplain #exploration exploration share} {@code e}, so
 * that none falls below {@code e / arms}. Two policies:
 *
 * <ul>
 *   <li>{@linkplain #thompson() Thompson sampling}, as unless said: with mean rewards taken to be
 *       Beta(1 + rewards, 1 + answers − rewards), an arm is as probable as it is that its mean is
 *       the highest (Thompson, "On the likelihood that one unknown probability exceeds another",
 *       Biometrika 1933; Agrawal and Goyal, "Analysis of Thompson sampling for the multi-armed
 *       bandit problem", COLT 2012: expected regret O(log t)). The probability is integrated, to
 *       1e-8, and not sampled, so logs hold the true one. For rewards that are drawn alike for as
 *       long as tastes hold; let them {@linkplain io.artrec.behavior.RewardRule#halfLife age} where
 *       they do not.
 *   <li>{@linkplain #exp3() EXP3} with a rate that follows the number of answers: {@code p ∝ exp(−η
 *       · Σ (1 − reward) / p)}, {@code η = sqrt(ln arms / (arms · answers))} (Auer, Cesa-Bianchi,
 *       Freund and Schapire, "The nonstochastic multiarmed bandit problem", SIAM J. Computing 2002;
 *       Bubeck and Cesa-Bianchi, "Regret analysis of stochastic and nonstochastic multi-armed
 *       bandit problems", 2012, theorem 3.1: regret at most 2 · sqrt(arms · t · ln arms), whatever
 *       the rewards). For rewards of which nothing can be taken for granted, as when somebody may
 *       try to mislead what is learned. It learns more slowly. An arm without answers, as one that
 *       is added later, counts with the mean loss of the others.
 * </ul>
 *
 * <p>What is known of a segment is joined by what is known of all others, which counts as at most
 * {@link #borrowed} answers an arm, so that a segment of few answers does as the others do. All
 * arms are scaled alike: losses that are divided by probabilities compare only over the same
 * answers.
 *
 * <p>It learns when answers that were shown are recorded ({@code Recommender.recordShown}) and
 * visitors' events follow, by the recommender's {@link io.artrec.behavior.RewardRule}. A draw
 * inside a blend that adds up scores is not told by answers: use it as the strategy itself, or
 * inside {@link SwitchingHybrid} or {@link VariantHybrid}. Answers to groups draw for each member,
 * and tell of none.
 */
public final class AdaptiveHybrid extends Blend {
  static final String NAME = "adaptive";

  private static final Setup STANDARD = new Setup(ArmPolicy.THOMPSON, 0.1, 20);

  /** How arms are drawn, whoever asks. */
  private record Setup(ArmPolicy policy, double exploration, double borrowed) {}

  /** What probabilities of an experience are remembered by. */
  private record Remembered(Setup setup, List<String> names, String segment) {}

  private final Setup setup;
  private final Segments segments;
  private final List<String> names;

  private AdaptiveHybrid(Setup setup, Segments segments, List<String> names, List<Part> parts) {
    super(parts);
    this.setup = setup;
    this.segments = segments;
    this.names = List.copyOf(names);
  }

  static AdaptiveHybrid empty() {
    return new AdaptiveHybrid(STANDARD, Segments.none(), List.of(), List.of());
  }

  /**
   * Returns this hybrid with another arm.
   *
   * @param name its name, not blank and not here yet; what was learned is kept by it, so a strategy
   *     that changes much deserves another name
   * @param strategy what answers when it is drawn; neither adaptive itself nor with an adaptive
   *     part
   * @return the longer hybrid
   */
  public AdaptiveHybrid add(String name, Strategy strategy) {
    if (name.isBlank() || names.contains(name)) {
      throw new IllegalArgumentException(
          "the arm of strategy '"
              + strategy.name()
              + "' is named '"
              + name
              + "', expected a name that is not among "
              + names);
    }
    if (!in(strategy).isEmpty()) {
      throw new IllegalArgumentException(
          "the arm '"
              + name
              + "' draws arms itself: "
              + strategy
              + "; one answer tells of one draw, so add its arms to this hybrid instead");
    }
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new AdaptiveHybrid(setup, segments, longer, and(1, strategy));
  }

  /** {@return this hybrid with Thompson sampling} */
  public AdaptiveHybrid thompson() {
    return with(new Setup(ArmPolicy.THOMPSON, setup.exploration, setup.borrowed));
  }

  /** {@return this hybrid with EXP3} */
  public AdaptiveHybrid exp3() {
    return with(new Setup(ArmPolicy.EXP3, setup.exploration, setup.borrowed));
  }

  /**
   * {@return this hybrid with another share of answers that explore; 0.1 unless set} It costs that
   * share of what the worse arms lose, for ever, and is what estimates of other policies live on:
   * weights in them are at most {@code arms / share}.
   *
   * @param share 0 to 1
   */
  public AdaptiveHybrid exploration(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the exploration share is " + share + ", expected 0 to 1");
    }
    return with(new Setup(setup.policy, share, setup.borrowed));
  }

  /**
   * {@return this hybrid with another trust in what other segments taught; 20 unless set}
   *
   * @param answers as how many answers an arm, on average over the arms, the experience of all
   *     others counts at most; 0 for segments on their own
   */
  public AdaptiveHybrid borrowed(double answers) {
    if (!(answers >= 0) || Double.isInfinite(answers)) {
      throw new IllegalArgumentException(
          "segments borrow " + answers + " answers, expected a finite number of 0 or more");
    }
    return with(new Setup(setup.policy, setup.exploration, answers));
  }

  /**
   * {@return this hybrid with another division of those who ask; one group of all unless set}
   *
   * @param groups the division
   */
  public AdaptiveHybrid segments(Segments groups) {
    return new AdaptiveHybrid(setup, groups, names, parts());
  }

  /** The names of the arms, in order. */
  List<String> arms() {
    return names;
  }

  private AdaptiveHybrid with(Setup other) {
    return new AdaptiveHybrid(other, segments, names, parts());
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Finds the adaptive hybrids of a strategy.
   *
   * @param strategy the strategy
   * @return itself, and those among its parts and theirs, in order
   */
  public static List<AdaptiveHybrid> in(Strategy strategy) {
    Stream<AdaptiveHybrid> own =
        strategy instanceof AdaptiveHybrid adaptive ? Stream.of(adaptive) : Stream.empty();
    return strategy instanceof Composite blend
        ? Stream.concat(own, blend.parts().stream().flatMap(part -> in(part.strategy()).stream()))
            .toList()
        : own.toList();
  }

  /**
   * Returns how probable each arm is for each segment.
   *
   * @param earnings what arms earned
   * @return the probabilities, and what they come from
   */
  public ArmWeights weights(Earnings earnings) {
    Map<String, double[]> probabilities = new LinkedHashMap<>();
    segments.names().forEach(name -> probabilities.put(name, probabilities(earnings, name)));
    return new ArmWeights(names, probabilities, earnings);
  }

  private double[] probabilities(Earnings earnings, String segment) {
    return earnings.remembered(
        new Remembered(setup, names, segment), () -> computed(earnings, segment));
  }

  private double[] computed(Earnings earnings, String segment) {
    List<Earned> others = names.stream().map(arm -> earnings.outside(segment, arm)).toList();
    double answers = others.stream().mapToDouble(Earned::answers).sum();
    double counts = answers > 0 ? Math.min(1, setup.borrowed * names.size() / answers) : 0;
    List<Earned> earned = new ArrayList<>();
    for (int arm = 0; arm < names.size(); arm++) {
      earned.add(earnings.in(segment, names.get(arm)).plus(others.get(arm).times(counts)));
    }
    double[] probabilities =
        names.size() == 1 ? new double[] {1} : setup.policy.probabilities(earned);
    for (int arm = 0; arm < probabilities.length; arm++) {
      probabilities[arm] =
          (1 - setup.exploration) * probabilities[arm] + setup.exploration / names.size();
    }
    return probabilities;
  }

  /** What a query draws, with its place among the arms. */
  private record Drawn(int arm, Draw draw) {}

  private Drawn drawn(Query query) {
    String segment = segments.of(query);
    double[] probabilities = probabilities(query.circumstances().earnings(), segment);
    double point = StableHash.unit(StableHash.of(query.seed(), NAME));
    int arm = 0;
    double end = probabilities[0];
    while (arm < probabilities.length - 1 && point >= end) {
      end += probabilities[++arm];
    }
    while (probabilities[arm] <= 0) {
      arm--;
    }
    return new Drawn(arm, new Draw(names.get(arm), Math.min(1, probabilities[arm]), segment));
  }

  /** Any arm may be the one that is drawn. */
  @Override
  boolean readsWords() {
    return allReadWords();
  }

  @Override
  boolean isRelative(List<Scorer> scorers) {
    return scorers.stream().anyMatch(Scorer::isRelative);
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    Drawn drawn = drawn(query);
    return scorers.get(drawn.arm).score(query, candidates).drawn(drawn.draw);
  }

  @Override
  Candidates propose(List<Scorer> scorers, Query query, int catalogSize, BitSet works, int n) {
    return scorers.get(drawn(query).arm).propose(query, catalogSize, works, n);
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putString("policy", setup.policy.code());
    out.putDouble("exploration", setup.exploration);
    out.putDouble("borrowed", setup.borrowed);
    segments.save(out);
    out.putStrings("arms", names);
  }

  /** Arms are named by their strategies. */
  static AdaptiveHybrid ofText(List<HybridMethod.Part> parts) {
    AdaptiveHybrid hybrid = Hybrid.adaptive();
    for (HybridMethod.Part part : parts) {
      Strategy arm = part.unweighted(NAME, "it learns how much they count");
      hybrid = hybrid.add(arm.name(), arm);
    }
    return hybrid;
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    String policy = in.getString("policy");
    double exploration = in.getFinite("exploration");
    double borrowed = in.getFinite("borrowed");
    Segments segments = Segments.read(in);
    List<String> names = in.getStrings("arms");
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    if (names.size() != parts.size() || names.size() != names.stream().distinct().count()) {
      throw new ModelFileException(
          "the model holds " + parts.size() + " strategies for the arms " + names);
    }
    Setup setup =
        new Setup(
            ArmPolicy.ofCode(policy)
                .orElseThrow(
                    () ->
                        new ModelFileException(
                            "the model draws arms by '"
                                + policy
                                + "', which this version of artrec does not know")),
            exploration,
            borrowed);
    if (!(exploration >= 0 && exploration <= 1 && borrowed >= 0)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model explores a share of %s and borrows %s answers; expected 0 to 1, and 0 or"
                  + " more",
              exploration,
              borrowed));
    }
    return new AdaptiveHybrid(setup, segments, names, parts).trained(scorers);
  }

  @Override
  public String toString() {
    List<String> arms = new ArrayList<>();
    for (int arm = 0; arm < names.size(); arm++) {
      arms.add(names.get(arm) + " = " + parts().get(arm).strategy());
    }
    return NAME + "(" + setup.policy.code() + ", " + segments + ")" + arms;
  }
}
