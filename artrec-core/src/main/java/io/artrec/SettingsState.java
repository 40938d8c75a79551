package io.artrec;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.RewardRule;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewards and experiments in a model file; files from before there were any lack them. */
final class SettingsState {
  private static final String WINDOW = "rewardWindowMillis";
  private static final String EXPERIMENT = "experiment";

  private SettingsState() {}

  static void write(Settings settings, StateWriter out) {
    RewardRule rewards = settings.rewards();
    out.putLong(WINDOW, rewards.window().toMillis());
    out.putLong("rewardHalfLifeMillis", rewards.halfLife().map(Duration::toMillis).orElse(0L));
    List<InteractionKind> kinds = List.of(InteractionKind.values());
    out.putStrings("rewardKinds", kinds.stream().map(InteractionKind::code).toList());
    out.putDoubles("rewardWorth", kinds.stream().mapToDouble(rewards::worth).toArray());
    out.putString(EXPERIMENT, settings.experiment().map(OnlineExperiment::name).orElse(""));
    if (settings.experiment().isPresent()) {
      Map<String, Double> shares = settings.experiment().get().shares();
      out.putStrings("experimentVariants", List.copyOf(shares.keySet()));
      out.putDoubles(
          "experimentShares", shares.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  static RewardRule readRewards(StateReader in) {
    RewardRule rule = RewardRule.standard();
    if (!in.isNext(WINDOW)) {
      return rule;
    }
    try {
      rule = rule.window(Duration.ofMillis(in.getLong(WINDOW)));
      long halfLife = in.getLong("rewardHalfLifeMillis");
      if (halfLife > 0) {
        rule = rule.halfLife(Duration.ofMillis(halfLife));
      }
      List<String> kinds = in.getStrings("rewardKinds");
      double[] worth = in.getDoubles("rewardWorth");
      LiveContent.requireAsMany("rewardWorth", kinds.size(), worth.length);
      for (int at = 0; at < worth.length; at++) {
        Optional<InteractionKind> kind = InteractionKind.ofCode(kinds.get(at));
        if (kind.isPresent()) {
          rule = rule.worth(kind.get(), worth[at]);
        }
      }
      return rule;
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the model has a rule of rewards that no builder takes", e);
    }
  }

  static Optional<OnlineExperiment> readExperiment(StateReader in) {
    String name = in.isNext(EXPERIMENT) ? in.getString(EXPERIMENT) : "";
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> variants = in.getStrings("experimentVariants");
    double[] shares = in.getDoubles("experimentShares");
    LiveContent.requireAsMany("experimentShares", variants.size(), shares.length);
    try {
      OnlineExperiment experiment = OnlineExperiment.named(name);
      for (int at = 0; at < shares.length; at++) {
        experiment = experiment.variant(variants.get(at), shares[at]);
      }
      experiment.assignment();
      return Optional.of(experiment);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ModelFileException("the model has an experiment that no builder takes", e);
    }
  }
}
