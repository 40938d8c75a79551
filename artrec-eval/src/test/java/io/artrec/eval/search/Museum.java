package io.artrec.eval.search;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.eval.experiment.Experiment;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors who like works the more the earlier they stand in the catalogue, and strategies that
 * know this more or less.
 */
final class Museum {
  static final int WORKS = 20;

  private Museum() {}

  static Interactions behavior(int visitors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < visitors; visitor++) {
      for (int work = 0; work < WORKS; work++) {
        if (random.nextDouble() < 0.9 / (1 + work * 0.4)) {
          events.add(Interaction.favorite("v" + visitor, work(work)));
        }
      }
    }
    return Interactions.of(events);
  }

  private static String work(int index) {
    return "w" + (char) ('a' + index);
  }

  static Catalog catalog(Interactions events) {
    return Experiment.catalogOf(List.of(events));
  }

  /**
   * Scores by the works' order and by chance, which is another for each setting and visitor.
   *
   * @param setting what the chance is drawn with
   * @param noise how much it counts: at 0 the order alone, at 100 hardly the order
   * @param trainings counts them
   */
  record Guess(long setting, double noise, AtomicInteger trainings) implements Strategy {
    @Override
    public String name() {
      return "guess";
    }

    @Override
    public Scorer train(TrainingContext context) {
      trainings.incrementAndGet();
      Strategy self = this;
      return new Scorer() {
        @Override
        public Strategy strategy() {
          return self;
        }

        @Override
        public Scores score(Query query, Candidates candidates) {
          Scores scores = new Scores(candidates);
          int visitor = query.user().orElse(-1);
          for (int position = 0; position < candidates.size(); position++) {
            int work = candidates.artwork(position);
            double chance =
                new SplittableRandom((setting * 1009 + visitor) * 1009 + work).nextDouble();
            scores.set(position, -work + noise * chance);
          }
          return scores;
        }

        @Override
        public void save(StateWriter out) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
