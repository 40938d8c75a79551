package io.artrec.eval.experiment;

import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.eval.split.SampledNegatives;
import io.artrec.strategy.Candidates;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Tested works among sampled ones.
 *
 * @param count how many are sampled
 * @param draw by which chance
 * @param seed what they are drawn with
 */
record SampledCandidates(int count, NegativeDraw draw, long seed) implements CandidateRule {
  SampledCandidates {
    if (count < 1) {
      throw new IllegalArgumentException(
          "number of sampled negatives is " + count + ", expected 1 or more");
    }
  }

  SampledCandidates seeded(long value) {
    return new SampledCandidates(count, draw, value);
  }

  @Override
  public CandidateRule on(TrainingFacts training) {
    int works = training.catalog().size();
    if (draw == NegativeDraw.UNIFORM) {
      return new Drawn(SampledNegatives.uniform(count, works, seed));
    }
    int[] popularity = new int[works];
    Arrays.setAll(popularity, training::popularity);
    return new Drawn(SampledNegatives.byPopularity(count, popularity, seed));
  }

  @Override
  public Candidates candidates(TestSet test, int user, BitSet known) {
    throw new IllegalStateException("negatives are drawn from what was learned from; call on()");
  }

  private record Drawn(SampledNegatives negatives) implements CandidateRule {
    @Override
    public Candidates candidates(TestSet test, int user, BitSet known) {
      BitSet barred = (BitSet) known.clone();
      IntArrayList works = new IntArrayList();
      for (int position = test.begin(user); position < test.end(user); position++) {
        int work = test.work(position);
        if (!known.get(work)) {
          works.add(work);
        }
        barred.set(work);
      }
      works.addElements(works.size(), negatives.draw(test.userId(user), barred::get));
      int[] all = works.toIntArray();
      Arrays.sort(all);
      return Candidates.of(all);
    }
  }
}
