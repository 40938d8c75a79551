package io.artrec.llm.sentiment;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.terms.TermVector;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.util.VectorNormalizer;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains a linear model by Tribuo and takes its weights out. */
final class TribuoTraining {
  private static final String STAGE = "training sentiment";
  private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());
  private static final OffsetDateTime NO_TIME =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final LearnedSentiment.Algorithm algorithm;
  private final int epochs;
  private final double learningRate;
  private final long seed;
  private final Progress progress;
  private final Cancellation cancellation;

  TribuoTraining(
      LearnedSentiment.Algorithm algorithm,
      int epochs,
      double learningRate,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    this.algorithm = algorithm;
    this.epochs = epochs;
    this.learningRate = learningRate;
    this.seed = seed;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Tribuo tells of every training at INFO, which the JDK prints; whoever set a level keeps it. */
  private static void hush() {
    if (TRIBUO.getLevel() == null) {
      TRIBUO.setLevel(Level.WARNING);
    }
  }

  /** Weights [sides × (terms + 1)], row-major, the bias last in each row. */
  double[] train(List<TermVector> rows, int[] targets, Sides sides, int terms) {
    hush();
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(
            new SimpleDataSourceProvenance("labelled texts", NO_TIME, labels), labels);
    for (int r = 0; r < rows.size(); r++) {
      TermVector row = rows.get(r);
      String[] names = new String[row.size()];
      double[] values = new double[row.size()];
      for (int e = 0; e < names.length; e++) {
        names[e] = name(row.term(e));
        values[e] = row.weight(e);
      }
      data.add(new ArrayExample<>(new Label(sides.code(targets[r])), names, values));
    }
    LabelObjective objective =
        algorithm == LearnedSentiment.Algorithm.LINEAR_SVM ? new Hinge() : new LogMulticlass();
    long steps = (long) epochs * rows.size();
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new Watched(objective, steps, progress, cancellation),
            new AdaGrad(learningRate, 1e-6),
            epochs,
            Integer.MAX_VALUE,
            seed);
    LinearSGDModel model = trainer.train(data);
    progress.update(STAGE, steps, steps);
    return weights(model, sides, terms);
  }

  private static double[] weights(LinearSGDModel model, Sides sides, int terms) {
    DenseMatrix learned = model.getWeightsCopy();
    double[] weights = new double[sides.count() * (terms + 1)];
    for (int side = 0; side < sides.count(); side++) {
      int from = model.getOutputIDInfo().getID(new Label(sides.code(side)));
      int row = side * (terms + 1);
      for (int term = 0; term < terms; term++) {
        weights[row + term] = learned.get(from, model.getFeatureIDMap().getID(name(term)));
      }
      weights[row + terms] = learned.get(from, learned.getDimension2Size() - 1);
    }
    return weights;
  }

  private static String name(int term) {
    return String.format(Locale.ROOT, "t%08d", term);
  }

  /** An objective that can be stopped and tells how far it is. */
  private static final class Watched implements LabelObjective {
    private final LabelObjective objective;
    private final long steps;
    private final Progress progress;
    private final Cancellation cancellation;
    private long done;

    Watched(LabelObjective objective, long steps, Progress progress, Cancellation cancellation) {
      this.objective = objective;
      this.steps = steps;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    @Override
    @Deprecated
    public Pair<Double, SGDVector> valueAndGradient(int truth, SGDVector prediction) {
      throw new UnsupportedOperationException("Tribuo calls lossAndGradient");
    }

    @Override
    public Pair<Double, SGDVector> lossAndGradient(Integer truth, SGDVector prediction) {
      cancellation.check(STAGE);
      if (++done % Math.max(1, steps / 100) == 0) {
        progress.update(STAGE, Math.min(done, steps), steps);
      }
      return objective.lossAndGradient(truth, prediction);
    }

    @Override
    public VectorNormalizer getNormalizer() {
      return objective.getNormalizer();
    }

    @Override
    public boolean isProbabilistic() {
      return objective.isProbabilistic();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
      return objective.getProvenance();
    }
  }
}
