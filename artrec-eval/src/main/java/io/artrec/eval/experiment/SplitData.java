package io.artrec.eval.experiment;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.eval.split.Split;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A split, indexed once for all contenders. Immutable and thread-safe. */
final class SplitData {
  private final Split split;
  private final Dataset dataset;
  private final TestSet test;
  private final TrainingFacts training;
  private final Map<String, List<Interaction>> known = new HashMap<>();
  private final CandidateRule rule;
  private final CandidateRule drawn;

  SplitData(
      Split split,
      Catalog catalog,
      FeatureStore features,
      PreferenceModel preferences,
      CandidateRule rule) {
    this.split = split;
    this.rule = rule;
    dataset = Dataset.of(catalog, split.training());
    test = TestSet.of(catalog, split.test(), preferences, split.nowMillis());
    training = TrainingFacts.of(dataset, features, split.known());
    drawn = rule.on(training);
    split.known().stream()
        .forEach(event -> known.computeIfAbsent(event.user(), id -> new ArrayList<>()).add(event));
  }

  Split split() {
    return split;
  }

  Dataset dataset() {
    return dataset;
  }

  TestSet test() {
    return test;
  }

  TrainingFacts training() {
    return training;
  }

  boolean hasKnown() {
    return !known.isEmpty();
  }

  List<Interaction> knownEvents(String user) {
    return known.getOrDefault(user, List.of());
  }

  /** What a visitor may be recommended; of all works, those the visitor knows are passed over. */
  Candidates candidates(int user, BitSet knownWorks) {
    return drawn.candidates(test, user, knownWorks);
  }

  /** Which works visitors may be recommended, as text. */
  String rule() {
    return rule.toString();
  }

  /** SHA-256 of all parts and of the catalogue's works. */
  String hash() {
    return Provenance.dataHash(
        dataset.catalog(), List.of(split.training(), split.known(), split.test()));
  }
}
