package io.artrec.djl.training;

import io.artrec.djl.ModelFormat;
import io.artrec.djl.ModelSource;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.djl.text.internal.EncoderFiles;
import io.artrec.djl.transformer.UnsupportedModelException;
import io.artrec.djl.transformer.internal.TrainableBert;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Fine-tunes a BERT encoder (Devlin et al., NAACL 2019): for telling classes of texts apart, or so
 * that texts which belong together get like vectors. The layers that are trained, the dropout
 * between them and the loss are set here; how steps go in {@link TrainingOptions}. Immutable and
 * thread-safe; trainings run one at a time. Needs the PyTorch engine and an ONNX file in full
 * precision.
 *
 * <p>Unless told otherwise, all layers are trained and the tables of embeddings before them stay,
 * which hold half the weights of a small encoder and of whose rows few texts move few (Lee et al.,
 * "What Would Elsa Do? Freezing Layers During Transformer Fine-Tuning", 2019, find the last quarter
 * of the layers enough for nine tenths of the gain). Of a text no more is read than one window.
 *
 * <p>Cost: each epoch some five times encoding the texts on PyTorch, twice when only the last layer
 * is trained, seven times with the embeddings. Memory outside the heap: 16 bytes a weight that is
 * trained, 4 bytes another, and what a batch computes on the way; heap: some four times the model
 * file.
 *
 * @see io.artrec.djl.training the package, for what a seed promises
 */
public final class EncoderTuner {
  private static final String STAGE = "tuning an encoder";
  private static final int FEWEST_TEXTS = 8;
  private static final int FEWEST_PAIRS = 4;
  private static final int FEWEST_TOKENS = 8;

  private final ModelSource source;
  private final TextEncoderOptions encoding;
  private TrainingOptions training = TrainingOptions.fineTuning();
  private OptionalInt layers = OptionalInt.empty();
  private boolean embeddings;
  private double dropout = 0.1;
  private double temperature = 0.05;
  private double headRate = 0.01;
  private int maxTokens = 128;
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();

  private EncoderTuner(ModelSource source, TextEncoderOptions encoding) {
    this.source = source;
    this.encoding = encoding;
  }

  private EncoderTuner copy() {
    EncoderTuner copy = new EncoderTuner(source, encoding);
    copy.training = training;
    copy.layers = layers;
    copy.embeddings = embeddings;
    copy.dropout = dropout;
    copy.temperature = temperature;
    copy.headRate = headRate;
    copy.maxTokens = maxTokens;
    copy.progress = progress;
    copy.cancellation = cancellation;
    return copy;
  }

  /**
   * Makes a tuner of an encoder: {@link TrainingOptions#fineTuning}, all layers but not the
   * embeddings, dropout 0.1, temperature 0.05, a head that learns at the rate 0.01, up to 128
   * tokens of each text.
   *
   * @param source the encoder's files, which stay as they are
   * @param encoding how it encodes texts; must keep unit length. Its engine and device do not
   *     matter here
   * @return the tuner
   */
  public static EncoderTuner of(ModelSource source, TextEncoderOptions encoding) {
    if (!encoding.normalize()) {
      throw new IllegalArgumentException(
          STAGE + ": vectors are tuned at unit length; leave normalize(true)");
    }
    return new EncoderTuner(Objects.requireNonNull(source, "source"), encoding);
  }

  /**
   * {@return this tuner with other steps}
   *
   * @param change changes the options, which begin as {@link TrainingOptions#fineTuning}
   */
  public EncoderTuner training(UnaryOperator<TrainingOptions> change) {
    EncoderTuner changed = copy();
    changed.training = Objects.requireNonNull(change.apply(training), "options");
    return changed;
  }

  /**
   * {@return this tuner with fewer layers trained}
   *
   * @param last how many, counted from the last; at most those the encoder has
   */
  public EncoderTuner lastLayers(int last) {
    if (last < 1) {
      throw new IllegalArgumentException("lastLayers is " + last + ", expected 1 or more");
    }
    EncoderTuner changed = copy();
    changed.layers = OptionalInt.of(last);
    return changed;
  }

  /**
   * {@return this tuner with the tables of embeddings trained as well, or not} They need all layers
   * trained, and texts in which most of their words occur.
   *
   * @param trained whether they are
   */
  public EncoderTuner embeddings(boolean trained) {
    EncoderTuner changed = copy();
    changed.embeddings = trained;
    return changed;
  }

  /**
   * {@return this tuner with another dropout (Srivastava et al., JMLR 2014), drawn from the seed}
   *
   * @param share the share of numbers that each step drops after the embeddings, of attention, and
   *     before each residual; 0 to 0.9
   */
  public EncoderTuner dropout(double share) {
    if (!(share >= 0 && share <= 0.9)) {
      throw new IllegalArgumentException("dropout is " + share + ", expected 0 to 0.9");
    }
    EncoderTuner changed = copy();
    changed.dropout = share;
    return changed;
  }

  /**
   * {@return this tuner with another temperature for {@link #match pairs}: less tells the nearest
   * wrong texts apart more sharply}
   *
   * @param value what cosines are divided by, 0.001 to 10
   */
  public EncoderTuner temperature(double value) {
    if (!(value >= 0.001 && value <= 10)) {
      throw new IllegalArgumentException("temperature is " + value + ", expected 0.001 to 10");
    }
    EncoderTuner changed = copy();
    changed.temperature = value;
    return changed;
  }

  /**
   * {@return this tuner with another learning rate for the head of {@link #classify classes}, which
   * begins at random and has further to go than the encoder (Howard and Ruder, "Universal Language
   * Model Fine-tuning for Text Classification", ACL 2018)}
   *
   * @param rate above 0, at most 1
   */
  public EncoderTuner headLearningRate(double rate) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "headLearningRate is " + rate + ", expected above 0, at most 1");
    }
    EncoderTuner changed = copy();
    changed.headRate = rate;
    return changed;
  }

  /**
   * {@return this tuner with more or less read of each text} The tuned encoder reads as far as it
   * did before.
   *
   * @param most tokens, 8 or more; beyond the encoder's window nothing is read
   */
  public EncoderTuner maxTokens(int most) {
    if (most < FEWEST_TOKENS) {
      throw new IllegalArgumentException(
          "maxTokens is " + most + ", expected " + FEWEST_TOKENS + " or more");
    }
    EncoderTuner changed = copy();
    changed.maxTokens = most;
    return changed;
  }

  /**
   * {@return this tuner with a listener}
   *
   * @param listener hears of every step
   */
  public EncoderTuner progress(Progress listener) {
    EncoderTuner changed = copy();
    changed.progress = Objects.requireNonNull(listener, "listener");
    return changed;
  }

  /**
   * {@return this tuner with a token to stop it by}
   *
   * @param token looked at between steps
   */
  public EncoderTuner cancellation(Cancellation token) {
    EncoderTuner changed = copy();
    changed.cancellation = Objects.requireNonNull(token, "token");
    return changed;
  }

  /**
   * Learns to tell classes apart: {@code softmax(W·e(text) + b)}, with {@code e} the encoder's unit
   * vector, by cross-entropy, the encoder and the head together.
   *
   * @param texts the examples; those of which the encoder reads nothing are left out
   * @param labels each example's class, 0 to {@code classes - 1}
   * @param classes how many there are, 2 or more
   * @return the tuned encoder, with its head
   * @throws IllegalArgumentException when fewer than 8 texts or 2 classes are left
   * @throws UnsupportedModelException when the encoder is no BERT in full precision
   * @throws io.artrec.djl.EngineMissingException when PyTorch is not there
   * @throws TrainingException when the loss is not finite
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public TunedEncoder classify(List<String> texts, int[] labels, int classes) {
    if (texts.size() != labels.length) {
      throw new IllegalArgumentException(
          STAGE + ": " + texts.size() + " texts and " + labels.length + " labels");
    }
    Labels.check(STAGE, labels, classes);
    return tuned(
        (encoder, read) -> {
          List<Integer> kept = new ArrayList<>();
          List<Integer> right = new ArrayList<>();
          for (int i = 0; i < labels.length; i++) {
            Optional<Integer> number = read.number(texts.get(i));
            if (number.isPresent()) {
              kept.add(number.get());
              right.add(labels[i]);
            }
          }
          long different = right.stream().distinct().count();
          if (kept.size() < FEWEST_TEXTS || different < 2) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "%s: the encoder can read %d of %d texts, of %d labels; expected %d texts or"
                        + " more of 2 labels or more",
                    STAGE,
                    kept.size(),
                    texts.size(),
                    different,
                    FEWEST_TEXTS));
          }
          List<long[]> windows = kept.stream().map(read.windows()::get).toList();
          double factor = headRate / training.learningRate();
          return new ClassTuning(encoder, factor, windows, numbers(right), classes);
        });
  }

  /**
   * Learns to find, for each text of a batch of pairs, the one it belongs to among all texts on the
   * other side of the batch, in both directions ("multiple negatives ranking", Henderson et al.,
   * "Efficient Natural Language Response Suggestion for Smart Reply", 2017; as used by Reimers and
   * Gurevych, Sentence-BERT, EMNLP 2019). Texts that other pairs bring together, and a text's own
   * copies, are no wrong answers. Larger batches are harder and teach more. A text may be paired
   * with itself: dropout then makes it two (Gao et al., SimCSE, EMNLP 2021).
   *
   * <p>When no epoch lowers the loss on the pairs held back, the encoder comes back as it was.
   *
   * @param pairs texts that belong together; pairs of which the encoder cannot read both are left
   *     out
   * @return the tuned encoder
   * @throws IllegalArgumentException when fewer than 4 pairs are left, or batches are of one
   * @throws UnsupportedModelException when the encoder is no BERT in full precision
   * @throws io.artrec.djl.EngineMissingException when PyTorch is not there
   * @throws TrainingException when the loss is not finite
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public TunedEncoder match(List<TextPair> pairs) {
    if (training.batchSize() < 2) {
      throw new IllegalArgumentException(
          STAGE + " by pairs: batchSize is 1, expected 2 or more; a pair is told from the others");
    }
    return tuned(
        (encoder, read) -> {
          List<Integer> first = new ArrayList<>();
          List<Integer> second = new ArrayList<>();
          for (TextPair pair : pairs) {
            Optional<Integer> one = read.number(pair.first());
            Optional<Integer> other = read.number(pair.second());
            if (one.isPresent() && other.isPresent()) {
              first.add(one.get());
              second.add(other.get());
            }
          }
          if (first.size() < FEWEST_PAIRS) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "%s: the encoder can read both texts of %d of %d pairs, expected %d or more",
                    STAGE,
                    first.size(),
                    pairs.size(),
                    FEWEST_PAIRS));
          }
          return new PairTuning(
              encoder, temperature, read.windows(), numbers(first), numbers(second));
        });
  }

  private static int[] numbers(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private interface Task {
    Network network(TunableEncoder encoder, TuningTexts texts);
  }

  private TunedEncoder tuned(Task task) {
    if (source.format() != ModelFormat.ONNX) {
      throw new UnsupportedModelException(
          "cannot train the encoder of " + source + ": it is TorchScript; tune an ONNX file");
    }
    TrainableBert bert = TrainableBert.of(OnnxGraph.of(source.readModel(), source.modelName()));
    int firstLayer = firstLayer(bert.config().layers());
    Map<String, byte[]> files;
    Network network;
    TextEncoderOptions here = encoding.engine("pytorch").device("cpu").runs(1);
    try (TextEncoder opened = TextEncoder.open(source, here)) {
      files = EncoderFiles.of(source, opened);
      TunableEncoder encoder = new TunableEncoder(bert, opened.pooling(), firstLayer, dropout);
      network =
          task.network(
              encoder, new TuningTexts(STAGE, opened, bert.config(), maxTokens, cancellation));
    }
    Trained trained = new TrainingLoop(STAGE, network, training, progress, cancellation).run();
    int arrays = bert.arrays().size();
    files.put("model.onnx", bert.file(trained.weights().subList(0, arrays)));
    List<float[]> head = trained.weights().subList(arrays, trained.weights().size());
    return new TunedEncoder(
        ModelSource.inMemory(files),
        head.isEmpty()
            ? Optional.empty()
            : Optional.of(new DenseHead(bert.config().hidden(), head, trained.loss())),
        trained);
  }

  private int firstLayer(int all) {
    int last = layers.orElse(all);
    if (last > all) {
      throw new IllegalArgumentException(
          STAGE + ": lastLayers is " + last + ", the encoder has " + all);
    }
    if (embeddings && last < all) {
      throw new IllegalArgumentException(
          STAGE
              + ": embeddings(true) trains what all layers stand on, lastLayers("
              + last
              + ") keeps some of them; set one of the two");
    }
    return embeddings ? -1 : all - last;
  }
}
