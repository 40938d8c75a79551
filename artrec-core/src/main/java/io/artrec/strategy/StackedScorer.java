package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A trained {@link Stacked} blend: its parts on their scales, weights, and what works are known.
 */
final class StackedScorer implements Scorer {
  private final Stacked stack;
  private final StackedWeights weights;
  private final byte[] levels;
  private final List<ScaledPart> parts;

  StackedScorer(Stacked stack, StackedWeights weights, byte[] levels, List<ScaledPart> parts) {
    this.stack = stack;
    this.weights = weights;
    this.levels = levels;
    this.parts = List.copyOf(parts);
  }

  StackedWeights weights() {
    return weights;
  }

  List<ScaledPart> parts() {
    return parts;
  }

  @Override
  public Strategy strategy() {
    return stack;
  }

  @Override
  public boolean isRelative() {
    return parts.stream().anyMatch(Scorer::isRelative);
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return scoreAll(List.of(query), candidates).get(0);
  }

  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    List<List<Scores>> each = new ArrayList<>();
    parts.forEach(part -> each.add(part.scoreAll(queries, candidates)));
    byte[] known = known(candidates);
    List<Scores> all = new ArrayList<>();
    for (int q = 0; q < queries.size(); q++) {
      ScoreScale.Scaled[] scaled = new ScoreScale.Scaled[parts.size()];
      for (int part = 0; part < scaled.length; part++) {
        scaled[part] = parts.get(part).scale().apply(each.get(part).get(q));
      }
      all.add(
          new Answer(scaled, known, stack.levels().of(queries.get(q).history().size()))
              .scores(candidates));
    }
    return all;
  }

  /** How much is known of each candidate; not to be changed. */
  private byte[] known(Candidates candidates) {
    if (candidates.isAll() && candidates.size() == levels.length) {
      return levels;
    }
    byte[] known = new byte[candidates.size()];
    for (int position = 0; position < known.length; position++) {
      known[position] = levels[candidates.artwork(position)];
    }
    return known;
  }

  /** One asker's scores by the parts, and which weights they get. */
  private final class Answer {
    private final ScoreScale.Scaled[] scaled;
    private final byte[] known;
    private final double[][] byLevel = new double[Knowledge.levels()][];

    Answer(ScoreScale.Scaled[] scaled, byte[] known, int visitor) {
      this.scaled = scaled;
      this.known = known;
      Arrays.setAll(byLevel, work -> weights.of(work, visitor));
    }

    Scores scores(Candidates candidates) {
      double[] sums = new double[known.length];
      BitSet any = new BitSet(sums.length);
      BitSet all = new BitSet(sums.length);
      all.set(0, sums.length);
      for (int part = 0; part < scaled.length; part++) {
        int of = part;
        double[] shares = Arrays.stream(byLevel).mapToDouble(level -> level[of]).toArray();
        scaled[part].addTo(sums, known, shares);
        any.or(scaled[part].scored());
        all.and(scaled[part].scored());
      }
      boolean standIn = stack.predictsRatings() && all.cardinality() < any.cardinality();
      for (int p = any.nextSetBit(0); p >= 0; p = any.nextSetBit(p + 1)) {
        sums[p] = standIn && !all.get(p) ? sum(p) : sums[p];
        sums[p] += byLevel[known[p]][scaled.length];
      }
      return Scores.of(candidates, sums, any).explainedBy(this::contributions);
    }

    private double sum(int position) {
      double sum = 0;
      for (int part = 0; part < scaled.length; part++) {
        sum += share(part, position) * scaled[part].value(position);
      }
      return sum;
    }

    /** The weight of a part that scores a work, with its share of those that predict nothing. */
    private double share(int part, int position) {
      double[] own = byLevel[known[position]];
      if (!stack.predictsRatings()) {
        return own[part];
      }
      double silent = 0;
      int heard = 0;
      for (int s = 0; s < scaled.length; s++) {
        silent += scaled[s].isScored(position) ? 0 : own[s];
        heard += scaled[s].isScored(position) ? 1 : 0;
      }
      return own[part] + silent / heard;
    }

    private List<Contribution> contributions(int position) {
      List<Contribution> all = new ArrayList<>();
      for (int part = 0; part < scaled.length; part++) {
        if (scaled[part].isScored(position) && share(part, position) > 0) {
          String name = parts.get(part).strategy().name();
          all.addAll(scaled[part].contributions(position, share(part, position), name));
        }
      }
      double added = byLevel[known[position]][scaled.length];
      if (added != 0 || all.isEmpty()) {
        all.add(new Contribution(Stacked.NAME, new Cause.Offset("what is known"), added));
      }
      return all;
    }
  }

  @Override
  public Candidates propose(Query query, int catalogSize, BitSet works, int n) {
    return Composite.union(List.copyOf(parts), query, catalogSize, works, n);
  }

  /** Weights stay as they are; how much is known of works is counted anew. */
  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    List<ScaledPart> refreshed =
        parts.stream()
            .map(ScaledPart::plain)
            .map(
                part ->
                    stack.scaled(
                        part.refreshed(before, after)
                            .orElseGet(() -> part.strategy().train(after, part)),
                        after))
            .toList();
    byte[] known = stack.levels().ofWorks(after.dataset());
    return Optional.of(new StackedScorer(stack, weights, known, refreshed));
  }

  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return with(
        Arrays.copyOf(levels, after.catalog().size()),
        parts.stream().map(part -> part.grown(before, after)).toList());
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return with(levels, parts.stream().map(part -> part.loaded(load)).toList());
  }

  private StackedScorer with(byte[] known, List<Scorer> changed) {
    return new StackedScorer(
        stack, weights, known, changed.stream().map(ScaledPart.class::cast).toList());
  }

  @Override
  public void save(StateWriter out) {
    out.putString("parameters", stack.parameters().toString());
    weights.save(out);
    out.putBytes("known", levels);
    TrainedScale.save(parts.stream().map(ScaledPart::scale).toList(), out);
    out.putDoubles("weights", stack.parts().stream().mapToDouble(part -> part.weight()).toArray());
    parts.forEach(part -> StrategyReaders.write(ScaledPart.plain(part), out));
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    Parameters parameters = Parameters.parse(in.getString("parameters"));
    StackedWeights.Saved saved = StackedWeights.Saved.read(in);
    byte[] levels = in.getBytes("known");
    requireLevels(levels, context.catalog().size());
    List<TrainedScale> scales = TrainedScale.read(in);
    List<Composite.Part> parts = new ArrayList<>();
    List<Scorer> scorers = Composite.readParts(in, context, readers, parts);
    Stacked stack = Stacked.of(parameters, parts);
    StackedWeights weights = StackedWeights.read(saved, stack.names());
    return new StackedScorer(stack, weights, levels, TrainedScale.on(scales, scorers));
  }

  private static void requireLevels(byte[] levels, int works) {
    boolean fits = levels.length == works;
    for (byte level : levels) {
      fits &= level >= 0 && level < Knowledge.levels();
    }
    if (!fits) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's stacked blend says how much is known of %d works; expected 0 to %d for each of %d; the file is damaged",
              levels.length,
              Knowledge.levels() - 1,
              works));
    }
  }
}
