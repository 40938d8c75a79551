package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.cf.factors.internal.RankingLearner;
import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.PairwiseKernel;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Stochastic gradient descent on pairs of works: a liked one and one drawn by chance. Entries are
 * dealt into blocks by visitor and {@link WorkGroups group of works}; blocks passed at the same
 * time share neither visitors nor works (as ratings in Gemulla, Nijkamp, Haas, Sismanis,
 * Large-scale matrix factorization with distributed stochastic gradient descent, KDD 2011). The
 * blocks do not depend on the number of threads, so neither does the result. Within a block, one
 * visitor follows the other, whose factors stay in the fastest cache.
 */
final class PairwiseSgd implements RankingLearner {
  /** Visitors in a block, about: 256 KB of factors, when there are 64 of them. */
  private static final int USERS = 1024;

  private static final double FIRST_DEVIATION = 0.1;

  private final TrainingContext context;
  private final PairwiseStrategy<?> strategy;
  private final PairwiseEvents events;
  private final SparseMatrix matrix;
  private final WorkGroups groups;
  private final PairwiseKernel kernel;
  private final PairwiseLoss loss;

  /** Where blocks of visitors begin; as many blocks as a multiple of the groups of works. */
  private final int[] blocks;

  private final Slot[] slots;
  private final Optional<WorkPrior> prior;
  final float[][] users;
  final float[][] works;
  final float[] biases;

  PairwiseSgd(
      TrainingContext context,
      PairwiseStrategy<?> strategy,
      PairwiseEvents events,
      Kernels kernels) {
    this.context = context.silent();
    this.strategy = strategy;
    this.events = events;
    matrix = events.matrix();
    kernel = kernels.pairwise();
    groups = new WorkGroups(events, strategy.negatives());
    loss = strategy.loss(groups.works());
    int stride = kernels.stride(strategy.factors());
    SplittableRandom random = new SplittableRandom(context.seed());
    works = random(matrix.columns(), stride, random.split());
    users = random(matrix.rows(), stride, random.split());
    biases = new float[matrix.columns()];
    prior = strategy.prior(this.context, events, stride);
    blocks = blocks();
    slots = new Slot[groups.count()];
    Arrays.setAll(slots, k -> new Slot());
  }

  private float[][] random(int rows, int stride, SplittableRandom random) {
    float[][] all = new float[rows][stride];
    int width = strategy.factors();
    for (float[] row : all) {
      for (int d = 0; d < width; d++) {
        row[d] = (float) (FIRST_DEVIATION * FactorArrays.normal(random));
      }
    }
    return all;
  }

  /** Visitors in order, in blocks of about as many entries. */
  private int[] blocks() {
    int rounds = Math.max(1, matrix.rows() / (USERS * groups.count()));
    int[] begins = new int[rounds * groups.count() + 1];
    int user = 0;
    for (int block = 1; block < begins.length; block++) {
      long until = (long) matrix.size() * block / (begins.length - 1);
      while (user < matrix.rows() && matrix.begin(user) < until) {
        user++;
      }
      begins[block] = user;
    }
    begins[begins.length - 1] = matrix.rows();
    return begins;
  }

  /** Takes the factors of works that were learned before; the visitors' begin anew. */
  void startFrom(PairwiseModel earlier) {
    for (int work = 0; work < Math.min(works.length, earlier.works()); work++) {
      earlier.copyFactors(work, works[work]);
      biases[work] = earlier.bias(work);
    }
    prior.ifPresent(places -> places.fit(works, biases));
  }

  /** Draws works to where an earlier training placed them by what they are. */
  void keepPrior(PairwiseModel earlier) {
    prior.ifPresent(places -> earlier.map().ifPresent(places::freeze));
  }

  /** Sets works that did not change to what was learned before. */
  void putBack(PairwiseModel earlier, boolean[] changed) {
    for (int work = 0; work < Math.min(works.length, earlier.works()); work++) {
      if (!changed[work]) {
        earlier.copyFactors(work, works[work]);
        biases[work] = earlier.bias(work);
      }
    }
  }

  @Override
  public void learn(int epoch) {
    groups.deal(FastRandom.of(context.seed(), epoch));
    float rate = (float) (strategy.learningRate() * (1 - epoch / (double) strategy.epochs()));
    for (int block = 0; block + 1 < blocks.length; block += slots.length) {
      int first = block;
      run(slot -> slots[slot].deal(first + slot));
      for (int shift = 0; shift < slots.length; shift++) {
        int turn = shift;
        run(slot -> slots[slot].pass((slot + turn) % slots.length, epoch, rate));
      }
    }
    prior.ifPresent(places -> places.fit(works, biases));
  }

  private void run(IntConsumer body) {
    context
        .workers()
        .run(
            "training " + strategy.name(),
            slots.length,
            (from, to) -> {
              for (int slot = from; slot < to; slot++) {
                body.accept(slot);
              }
            });
  }

  PairwiseModel model() {
    return model(strategy);
  }

  /**
   * What is learned so far, copied.
   *
   * @param of the strategy
   */
  PairwiseModel model(PairwiseStrategy<?> of) {
    return PairwiseModel.of(of, works, biases, events, prior);
  }

  @Override
  public Ranking ranking() {
    PairwiseModel model = model();
    return (user, known, scores) -> model.scoreAll(known, scores);
  }

  /** A block of visitors, its entries dealt by group of works. */
  private final class Slot {
    private final int[] starts = new int[groups.count() + 1];
    private int block;
    private int[] positions = new int[0];

    void deal(int blockOfUsers) {
      block = blockOfUsers;
      int first = matrix.begin(blocks[block]);
      int last = matrix.begin(blocks[block + 1]);
      if (positions.length < last - first) {
        positions = new int[last - first];
      }
      int[] indices = matrix.indices();
      Arrays.fill(starts, 0);
      for (int p = first; p < last; p++) {
        starts[groups.groupOf(indices[p]) + 1]++;
      }
      for (int group = 0; group + 1 < starts.length; group++) {
        starts[group + 1] += starts[group];
      }
      int[] next = starts.clone();
      for (int p = first; p < last; p++) {
        positions[next[groups.groupOf(indices[p])]++] = p;
      }
    }

    void pass(int group, int epoch, float rate) {
      FastRandom random = FastRandom.of(context.seed(), epoch, block, group);
      PairwiseSteps steps =
          new PairwiseSteps(
              strategy, loss, events, kernel, works, biases, rate, random, groups, group, prior);
      int[] indices = matrix.indices();
      float[] weights = matrix.values();
      int user = blocks[block];
      for (int k = starts[group]; k < starts[group + 1]; k++) {
        int p = positions[k];
        while (p >= matrix.end(user)) {
          user++;
        }
        if (loss.isByRank()) {
          steps.byRank(user, users[user], indices[p], weights[p]);
        } else {
          steps.logistic(user, users[user], indices[p], weights[p]);
        }
      }
    }
  }
}
