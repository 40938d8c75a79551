package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where a strategy's scores lie, as measured at training: the lowest and the range between lowest
 * and highest over all works, each on average over visitors spread evenly over the dataset, or, of
 * a strategy that reads words, over titles as wishes.
 *
 * @param lowest what becomes 0
 * @param range what becomes 1, above 0
 */
record TrainedScale(double lowest, double range) {
  /** Visitors, or wishes, that are asked for. */
  private static final int ASKED = 64;

  private static final int TOGETHER = 16;
  static final TrainedScale AS_THEY_ARE = new TrainedScale(0, 1);

  /** Asks a part; scores stay as they are when it never tells one work from another. */
  static TrainedScale of(Scorer part, TrainingContext context) {
    Candidates all = Candidates.all(context.catalog().size());
    List<Query> queries = queries(part, context);
    double lowest = 0;
    double range = 0;
    int counted = 0;
    for (int from = 0; from < queries.size(); from += TOGETHER) {
      context.cancellation().check("training a scale for '" + part.strategy().name() + "'");
      int to = Math.min(queries.size(), from + TOGETHER);
      for (Scores scores : part.scoreAll(queries.subList(from, to), all)) {
        ScoreScale.Extremes extremes = ScoreScale.Extremes.of(scores);
        if (extremes.differ()) {
          lowest += extremes.min();
          range += extremes.max() - extremes.min();
          counted++;
        }
      }
    }
    return counted > 0 && Double.isFinite(1 / (range / counted))
        ? new TrainedScale(lowest / counted, range / counted)
        : AS_THEY_ARE;
  }

  private static List<Query> queries(Scorer part, TrainingContext context) {
    boolean words = part.strategy().capabilities().contains(Capability.TEXT_QUERY);
    Catalog catalog = context.catalog();
    Dataset dataset = context.dataset();
    int known = words ? catalog.size() : dataset.userCount();
    int asked = Math.min(ASKED, known);
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      int at = (int) ((long) i * known / asked);
      queries.add(
          words
              ? Query.builder(History.none(), Preferences.none())
                  .nowMillis(context.nowMillis())
                  .wish(Optional.of(Wish.of(catalog.get(at).title())))
                  .build()
              : visitor(context, at));
    }
    return queries;
  }

  private static Query visitor(TrainingContext context, int user) {
    History history = context.dataset().history(user);
    return Query.builder(history, context.preferenceModel().apply(history, context.nowMillis()))
        .user(OptionalInt.of(user))
        .nowMillis(context.nowMillis())
        .seed(context.seed() + user)
        .build();
  }

  static void save(List<TrainedScale> scales, StateWriter out) {
    out.putDoubles("lowest", scales.stream().mapToDouble(TrainedScale::lowest).toArray());
    out.putDoubles("ranges", scales.stream().mapToDouble(TrainedScale::range).toArray());
  }

  static List<TrainedScale> read(StateReader in) {
    double[] lowest = in.getDoubles("lowest");
    double[] ranges = in.getDoubles("ranges");
    List<TrainedScale> measured = new ArrayList<>();
    for (int s = 0; s < lowest.length; s++) {
      if (s >= ranges.length || !Double.isFinite(lowest[s]) || !(ranges[s] > 0)) {
        throw new ModelFileException(
            "the model's blend has a scale that no training gives; the file is damaged");
      }
      measured.add(new TrainedScale(lowest[s], ranges[s]));
    }
    return measured;
  }

  /** Scorers on scales that were read. */
  static List<ScaledPart> on(List<TrainedScale> scales, List<Scorer> scorers) {
    if (scales.size() != scorers.size()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's blend holds scales of %d strategies and %d strategies; expected as many",
              scales.size(),
              scorers.size()));
    }
    return IntStream.range(0, scales.size())
        .mapToObj(s -> new ScaledPart(scorers.get(s), scales.get(s)))
        .toList();
  }

  ScoreScale.Scaled apply(Scores scores) {
    return ScoreScale.Scaled.linear(scores, lowest, 1 / range);
  }
}
