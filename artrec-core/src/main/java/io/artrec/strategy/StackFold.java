package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * One fold of a {@link Stacked} blend: parts that were trained without what it withholds, and what
 * they say of that.
 */
final class StackFold {
  private final int number;
  private final Withheld withheld;
  private final TrainingContext whole;
  private final TrainingContext known;
  private final Levels levels;
  private final List<ScaledPart> parts;
  private final byte[] ofWorks;

  private StackFold(
      int number,
      Withheld withheld,
      TrainingContext whole,
      TrainingContext known,
      Levels levels,
      List<ScaledPart> parts) {
    this.number = number;
    this.withheld = withheld;
    this.whole = whole;
    this.known = known;
    this.levels = levels;
    this.parts = parts;
    ofWorks = levels.ofWorks(known.dataset());
  }

  /** What somebody who is asked for did that the parts know, and how much that is. */
  record Asked(Query query, int level) {}

  /** Trains the parts of a fold. */
  static StackFold of(Stacked stack, TrainingContext whole, int number) {
    Withheld withheld = stack.withheld(whole.seed());
    Dataset dataset =
        Dataset.of(whole.catalog(), withheld.known(whole.dataset().interactions(), number));
    TrainingContext known = whole.silent().with(dataset, whole.nowMillis());
    String stage = "training '" + stack.name() + "', fold " + (number + 1) + " of " + stack.folds();
    List<ScaledPart> parts =
        stack.parts().stream()
            .map(
                part -> {
                  whole.cancellation().check(stage);
                  return stack.scaled(part.strategy().train(known), known);
                })
            .toList();
    return new StackFold(number, withheld, whole, known, stack.levels(), parts);
  }

  int number() {
    return number;
  }

  Withheld withheld() {
    return withheld;
  }

  /** Everything, what is withheld included. */
  TrainingContext whole() {
    return whole;
  }

  int partCount() {
    return parts.size();
  }

  /** How much the parts know of a work. */
  int level(int artwork) {
    return ofWorks[artwork];
  }

  /** Whether the parts do not know what a visitor did with a work. */
  boolean isWithheld(long visitor, int artwork) {
    return withheld.isWithheld(visitor, withheld.work(whole.catalog().get(artwork).id()), number);
  }

  /** Somebody as the parts know them. */
  Asked asked(int user) {
    String id = whole.dataset().userId(user);
    OptionalInt index = known.dataset().userIndex(id);
    History history =
        index.isPresent() ? known.dataset().history(index.getAsInt()) : History.none();
    Query query =
        Query.builder(history, known.preferenceModel().apply(history, known.nowMillis()))
            .user(index)
            .nowMillis(known.nowMillis())
            .seed(known.seed() + user)
            .build();
    return new Asked(query, levels.of(history.size()));
  }

  /** What each part says of some works, on its scale; NaN where it says nothing. */
  double[][] values(Query query, Candidates works) {
    double[][] values = new double[parts.size()][works.size()];
    for (int part = 0; part < values.length; part++) {
      ScaledPart scorer = parts.get(part);
      boolean alone = !scorer.isRelative();
      Scores scores = scorer.score(query, alone ? works : Candidates.all(whole.catalog().size()));
      ScoreScale.Scaled scaled = scorer.scale().apply(scores);
      Arrays.fill(values[part], Double.NaN);
      for (int i = 0; i < works.size(); i++) {
        int position = alone ? i : works.artwork(i);
        if (scaled.isScored(position)) {
          values[part][i] = scaled.value(position);
        }
      }
    }
    return values;
  }

  /** From how many events on works and visitors are known how well. */
  record Levels(int some, int many) {
    int of(int events) {
      return Knowledge.of(events, some, many).level();
    }

    /** For each work of a catalogue. */
    byte[] ofWorks(Dataset dataset) {
      int[] events = new int[dataset.catalog().size()];
      for (int position = 0; position < dataset.size(); position++) {
        events[dataset.artwork(position)]++;
      }
      byte[] levels = new byte[events.length];
      for (int artwork = 0; artwork < levels.length; artwork++) {
        levels[artwork] = (byte) of(events[artwork]);
      }
      return levels;
    }
  }
}
