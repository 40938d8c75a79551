package io.artrec.classification;

import io.artrec.feature.FeatureStore;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a classifier learned from, and how that went. Immutable. */
public final class TrainingReport {
  private final String settings;
  private final Map<String, Integer> labels;
  private final Map<String, Integer> missing;
  private final int[] counts;
  private final double[] heldOut;
  private final List<String> notes;

  private TrainingReport(
      String settings,
      Map<String, Integer> labels,
      Map<String, Integer> missing,
      int[] counts,
      double[] heldOut,
      List<String> notes) {
    this.settings = settings;
    this.labels = Collections.unmodifiableMap(labels);
    this.missing = Collections.unmodifiableMap(missing);
    this.counts = counts;
    this.heldOut = heldOut;
    this.notes = List.copyOf(notes);
  }

  static TrainingReport of(
      LabeledArtworks works, String settings, List<HeldOut> heldOut, List<String> notes) {
    Map<String, Integer> labels = new LinkedHashMap<>();
    works.labels().forEach(label -> labels.put(label, 0));
    IntStream.range(0, works.size()).forEach(i -> labels.merge(works.label(i), 1, Integer::sum));
    Map<String, Integer> missing = new LinkedHashMap<>();
    for (FeatureStore.Entry entry : works.extracted().features().entries()) {
      long lacking =
          IntStream.range(0, works.size())
              .filter(i -> !entry.matrix().isPresent(works.row(i)))
              .count();
      missing.put(entry.spec().name(), (int) lacking);
    }
    int[] counts = {works.unlabeled(), works.withoutFeatures(), GroupFolds.groups(works)};
    double[] measured =
        heldOut.stream()
            .filter(one -> one.scored() > 0)
            .flatMapToDouble(
                one ->
                    Arrays.stream(
                        new double[] {(double) one.right() / one.scored(), one.logLoss()}))
            .toArray();
    List<String> all = new ArrayList<>(notes);
    if (!works.isGrouped()) {
      all.add(
          "works were held out one by one: where other works of an artist are learned, the artist"
              + " is recognized, and figures are too high for artists never seen");
    }
    return new TrainingReport(settings, labels, missing, counts, measured, all);
  }

  /**
   * Returns how was learned.
   *
   * @return the learner with the settings chosen, scaling and weights
   */
  public String settings() {
    return settings;
  }

  /** {@return the labels and how many works each was learned from, in the classifier's order} */
  public Map<String, Integer> labels() {
    return labels;
  }

  /**
   * Returns how many of the works that were learned from lack a feature.
   *
   * @return works by the feature's name; 0 where none lacks it
   */
  public Map<String, Integer> missing() {
    return missing;
  }

  /** {@return how many works of the catalogue had no label, 0 or more} */
  public int unlabeled() {
    return counts[0];
  }

  /** {@return how many works had a label and none of the features, 0 or more} */
  public int withoutFeatures() {
    return counts[1];
  }

  /** {@return in how many groups the works were, 1 or more} */
  public int groups() {
    return counts[2];
  }

  /**
   * {@return the share of works held out whose likeliest label was right, 0 to 1; empty when
   * nothing could be held out} Settings were chosen on the same works, so that it is a little too
   * high; measure by cross-validation.
   */
  public OptionalDouble heldOutAccuracy() {
    return heldOut.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(heldOut[0]);
  }

  /**
   * {@return the mean of {@code -ln P(label)} of works held out, 0 or more, less is better; empty
   * when nothing could be held out}
   */
  public OptionalDouble heldOutLogLoss() {
    return heldOut.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(heldOut[1]);
  }

  /**
   * Returns what a reader of the numbers must know.
   *
   * @return sentences; none when nothing is missing
   */
  public List<String> notes() {
    return notes;
  }

  void save(StateWriter out) {
    out.putString("settings", settings);
    out.putInts("works", labels.values().stream().mapToInt(Integer::intValue).toArray());
    out.putInts("missing", missing.values().stream().mapToInt(Integer::intValue).toArray());
    out.putInts("counts", counts);
    out.putDoubles("held out", heldOut);
    out.putStrings("notes", notes);
  }

  static TrainingReport read(List<String> labels, FeatureMix mix, StateReader in) {
    String settings = in.getString("settings");
    Map<String, Integer> works = joined(labels, in.getInts("works", labels.size()));
    List<String> names =
        IntStream.range(0, mix.features()).mapToObj(f -> mix.spec(f).name()).toList();
    Map<String, Integer> missing = joined(names, in.getInts("missing", names.size()));
    int[] counts = in.getInts("counts", 3);
    double[] heldOut = in.getDoubles("held out");
    return new TrainingReport(
        settings,
        works,
        missing,
        counts,
        heldOut.length == 2 ? heldOut : new double[0],
        in.getStrings("notes"));
  }

  private static Map<String, Integer> joined(List<String> names, int[] counts) {
    Map<String, Integer> joined = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      joined.put(names.get(i), counts[i]);
    }
    return joined;
  }

  /**
   * Returns the report in a few lines.
   *
   * @return text, for people
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(settings).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "%d works of %d groups, %d without a label, %d without any feature\n",
            labels.values().stream().mapToInt(Integer::intValue).sum(),
            groups(),
            unlabeled(),
            withoutFeatures()));
    text.append("labels: ").append(listed(labels)).append('\n');
    text.append("works that lack a feature: ").append(listed(missing)).append('\n');
    heldOutAccuracy()
        .ifPresent(
            accuracy ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "held out: %.3f right, log loss %.3f\n",
                        accuracy,
                        heldOut[1])));
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static String listed(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
