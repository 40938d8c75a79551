package io.artrec.djl.training;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a network is trained. Immutable; every method gives a changed copy. */
public final class TrainingOptions {
  private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu(:\\d{1,3})?");

  private int epochs = 60;
  private int batchSize = 32;
  private double learningRate = 0.01;
  private double regularization = 1e-4;
  private int patience = 8;
  private double validationShare = 0.15;
  private long seed = 1;
  private String device = "cpu";
  private double warmUp;
  private RateDecay decay = RateDecay.CONSTANT;
  private Optional<Path> checkpoint = Optional.empty();

  private TrainingOptions() {}

  private TrainingOptions(TrainingOptions from) {
    epochs = from.epochs;
    batchSize = from.batchSize;
    learningRate = from.learningRate;
    regularization = from.regularization;
    patience = from.patience;
    validationShare = from.validationShare;
    seed = from.seed;
    device = from.device;
    warmUp = from.warmUp;
    decay = from.decay;
    checkpoint = from.checkpoint;
  }

  /**
   * {@return the usual options: up to 60 epochs in batches of 32, learning rate 0.01, weight decay
   * 1e-4, an end after 8 epochs without gain on the 15 % held back, seed 1, on the CPU}
   */
  public static TrainingOptions standard() {
    return new TrainingOptions();
  }

  /**
   * {@return what suits weights that were learned before and are only to be adapted: up to 3 epochs
   * in batches of 16, learning rate 5e-5 after warming up over the first tenth of the steps and
   * falling evenly from there, weight decay 0.01, an end after 2 epochs without gain on the 10 %
   * held back, seed 1, on the CPU}
   */
  public static TrainingOptions fineTuning() {
    return new TrainingOptions()
        .epochs(3)
        .batchSize(16)
        .learningRate(5e-5)
        .warmUp(0.1)
        .decay(RateDecay.LINEAR)
        .regularization(0.01)
        .patience(2)
        .validationShare(0.1);
  }

  /**
   * Sets how often every example is seen at most.
   *
   * @param count 1 or more
   * @return the changed options
   */
  public TrainingOptions epochs(int count) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.epochs = atLeastOne("epochs", count);
    return copy;
  }

  /**
   * Sets how many examples one step looks at.
   *
   * @param count 1 or more
   * @return the changed options
   */
  public TrainingOptions batchSize(int count) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.batchSize = atLeastOne("batchSize", count);
    return copy;
  }

  /**
   * Sets how far a step goes.
   *
   * @param rate above 0, at most 1
   * @return the changed options
   */
  public TrainingOptions learningRate(double rate) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "learningRate is " + rate + ", expected above 0, at most 1");
    }
    TrainingOptions copy = new TrainingOptions(this);
    copy.learningRate = rate;
    return copy;
  }

  /**
   * Sets how strongly weights are drawn to zero ("weight decay", apart from the gradient as in
   * Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019).
   *
   * @param decay 0 to 10
   * @return the changed options
   */
  public TrainingOptions regularization(double decay) {
    if (!(decay >= 0 && decay <= 10)) {
      throw new IllegalArgumentException("regularization is " + decay + ", expected 0 to 10");
    }
    TrainingOptions copy = new TrainingOptions(this);
    copy.regularization = decay;
    return copy;
  }

  /**
   * Sets after how many epochs without a lower loss on the examples held back training ends; the
   * best weights are kept.
   *
   * @param count 1 or more
   * @return the changed options
   */
  public TrainingOptions patience(int count) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.patience = atLeastOne("patience", count);
    return copy;
  }

  /**
   * Sets which share of the examples is held back to tell when to end.
   *
   * @param share 0 (all are trained on, and every epoch is run) to 0.5
   * @return the changed options
   */
  public TrainingOptions validationShare(double share) {
    if (!(share >= 0 && share <= 0.5)) {
      throw new IllegalArgumentException("validationShare is " + share + ", expected 0 to 0.5");
    }
    TrainingOptions copy = new TrainingOptions(this);
    copy.validationShare = share;
    return copy;
  }

  /**
   * Lets steps grow evenly up to the learning rate first.
   *
   * @param share the share of all steps over which they grow, 0 (none, the usual) to 0.5
   * @return the changed options
   */
  public TrainingOptions warmUp(double share) {
    if (!(share >= 0 && share <= 0.5)) {
      throw new IllegalArgumentException("warmUp is " + share + ", expected 0 to 0.5");
    }
    TrainingOptions copy = new TrainingOptions(this);
    copy.warmUp = share;
    return copy;
  }

  /**
   * Sets how the learning rate falls after {@link #warmUp}.
   *
   * @param way constant, as usual, linear, cosine or exponential
   * @return the changed options
   */
  public TrainingOptions decay(RateDecay way) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.decay = Objects.requireNonNull(way, "way");
    return copy;
  }

  /**
   * Writes where training stands to a file after every epoch (three times the weights, and the best
   * ones), and goes on from there when the file is there: to the same bits as without an end in
   * between, where the seed promises them. (Each epoch's chance is then drawn by itself, so that
   * the weights are not those of the same seed without checkpoints.) A training that comes to its
   * end deletes it. One of other options, first weights or data is refused; data are told apart by
   * their number and the loss on one batch, so give each training a file of its own.
   *
   * @param file where to; its folder must be there
   * @return the changed options
   */
  public TrainingOptions checkpoint(Path file) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.checkpoint = Optional.of(file);
    return copy;
  }

  /**
   * Sets what the first weights and the order of examples are drawn from.
   *
   * @param value any number
   * @return the changed options
   */
  public TrainingOptions seed(long value) {
    TrainingOptions copy = new TrainingOptions(this);
    copy.seed = value;
    return copy;
  }

  /**
   * Sets where training runs. GPUs sum in an order of their own: the same seed need not give the
   * same weights there.
   *
   * @param name {@code cpu}, {@code auto} (a GPU when there is one), {@code gpu} or {@code
   *     gpu:<number>}
   * @return the changed options
   */
  public TrainingOptions device(String name) {
    if (!DEVICE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "device is '" + name + "', expected auto, cpu, gpu or gpu:<number>");
    }
    TrainingOptions copy = new TrainingOptions(this);
    copy.device = name;
    return copy;
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
    return value;
  }

  int epochs() {
    return epochs;
  }

  int batchSize() {
    return batchSize;
  }

  double learningRate() {
    return learningRate;
  }

  /**
   * The learning rate of a step.
   *
   * @param step 1 for the first
   * @param steps how many there are at most
   */
  double learningRate(int step, int steps) {
    int growing = (int) Math.round(warmUp * steps);
    return step <= growing
        ? learningRate * step / growing
        : learningRate * decay.factor((double) (step - growing - 1) / (steps - growing));
  }

  double regularization() {
    return regularization;
  }

  int patience() {
    return patience;
  }

  double validationShare() {
    return validationShare;
  }

  long seed() {
    return seed;
  }

  String device() {
    return device;
  }

  Optional<Path> checkpoint() {
    return checkpoint;
  }

  /** Everything that decides what is learned; where it runs and is kept does not. */
  @Override
  public String toString() {
    return "epochs="
        + epochs
        + ", batchSize="
        + batchSize
        + ", learningRate="
        + learningRate
        + ", warmUp="
        + warmUp
        + ", decay="
        + decay
        + ", regularization="
        + regularization
        + ", patience="
        + patience
        + ", validationShare="
        + validationShare
        + ", seed="
        + seed;
  }
}
