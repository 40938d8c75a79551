package io.artrec.eval.experiment;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.eval.split.Split;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A split, indexed once for all contenders. Immutable and thread-safe. */
final class SplitData {
  private static final int ROW_BYTES = 24;
  private static final int ROWS_AT_ONCE = 4096;

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

  /** SHA-256 of both parts and of the catalogue's ids. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Artwork work : dataset.catalog()) {
        digest.update(work.id().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      add(digest, split.training());
      add(digest, split.known());
      add(digest, split.test());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, Interactions events) {
    for (int user = 0; user < events.userCount(); user++) {
      digest.update(events.userId(user).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    for (int artwork = 0; artwork < events.artworkCount(); artwork++) {
      digest.update(events.artworkId(artwork).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 1);
    }
    ByteBuffer rows = ByteBuffer.allocate(ROW_BYTES * ROWS_AT_ONCE);
    for (int event = 0; event < events.size(); event++) {
      rows.putInt(events.user(event));
      rows.putInt(events.artwork(event));
      rows.putInt(events.kind(event).code().hashCode());
      rows.putFloat(events.value(event));
      rows.putLong(events.epochMillis(event));
      if (!rows.hasRemaining() || event == events.size() - 1) {
        digest.update(rows.array(), 0, rows.position());
        rows.clear();
      }
    }
  }
}
