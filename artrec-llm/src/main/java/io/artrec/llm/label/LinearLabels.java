package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.classification.internal.Certainty;
import io.artrec.classification.internal.SoftmaxRegression;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.embedding.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Labels learned from labelled texts by a linear head on sentence vectors: {@code P(label | text) =
 * softmax(W·e(text) + b)} with the penalty {@code λ/2·‖W‖²}, fitted by L-BFGS ({@link
 * LinearLabelsTrainer}). Where there are some ten examples a label or more it is right more often
 * than {@link NearestLabels}, whose neighbours weigh every dimension alike.
 *
 * <p>Its certainty is measured while it is trained: each example is labelled by a head that did not
 * see it, and a label is {@link LabelDistribution#sure sure} from the probability on at which nine
 * in ten of these labels are right, unless another precision is set. With too few examples nothing
 * is sure.
 *
 * <p>Immutable and thread-safe if the encoder is. Costs one encoding a text and O(labels ·
 * dimensions).
 */
public final class LinearLabels extends EncodedLabels {
  private static final String KIND = "linear-labels";

  private final double[] weights;
  private final double sureFrom;

  LinearLabels(SentenceEncoder encoder, List<String> labels, double[] weights, double sureFrom) {
    super(encoder, labels);
    this.weights = weights;
    this.sureFrom = sureFrom;
  }

  /**
   * Starts a training.
   *
   * @param encoder turns texts into vectors, here and when labelling
   * @return the trainer, with its standard settings
   */
  public static LinearLabelsTrainer trainer(SentenceEncoder encoder) {
    return new LinearLabelsTrainer(Objects.requireNonNull(encoder, "encoder"));
  }

  /**
   * Returns the probability from which a label is sure.
   *
   * @return above 1 when none ever is
   */
  public double sureFrom() {
    return sureFrom;
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "linear by %s, %s sure from %s",
        encoder().name(),
        Integer.toHexString(31 * Arrays.hashCode(weights) + labels().hashCode()),
        sureFrom);
  }

  @Override
  LabelDistribution read(float[] vector) {
    return LabelDistribution.of(
            labels(), SoftmaxRegression.probabilities(weights, labels().size(), vector))
        .sureFrom(sureFrom);
  }

  @Override
  LabelDistribution unread() {
    return super.unread().sureFrom(sureFrom);
  }

  /**
   * Saves the head; the encoder is not part of the file, its name is.
   *
   * @param file the destination; its folder must exist
   * @throws ModelFileException when it cannot be written
   */
  public void save(Path file) {
    ModelFile.write(file, this::save);
  }

  private void save(StateWriter out) {
    out.putString("kind", KIND);
    out.putString("encoder", encoder().name());
    out.putStrings("labels", labels());
    out.putDouble("sure from", sureFrom);
    out.putDoubles("weights", weights);
  }

  /**
   * Loads a head.
   *
   * @param file what {@link #save(Path)} wrote
   * @param encoder the encoder it was trained on
   * @return the labeler, answering as the saved one
   * @throws ModelFileException when the file is missing, damaged, foreign, or of another encoder
   */
  public static LinearLabels load(Path file, SentenceEncoder encoder) {
    return ModelFile.read(file, in -> load(in, file, encoder));
  }

  private static LinearLabels load(StateReader in, Path file, SentenceEncoder encoder) {
    ModelFile.requireKind(in, file, KIND);
    String trainedOn = in.getString("encoder");
    if (!trainedOn.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was trained on the encoder '%s', not on '%s'; load it with that encoder or train"
                  + " anew",
              file,
              trainedOn,
              encoder.name()));
    }
    List<String> labels = List.copyOf(in.getStrings("labels"));
    double sureFrom = in.getFinite("sure from");
    double[] weights = in.getDoubles("weights");
    boolean fits =
        labels.size() > 1
            && new TreeSet<>(labels).size() == labels.size()
            && sureFrom > 0
            && weights.length == labels.size() * (encoder.dimensions() + 1L)
            && Arrays.stream(weights).allMatch(Double::isFinite);
    if (!fits) {
      throw new ModelFileException(
          file + " holds labels and weights that do not fit together; save it again");
    }
    return new LinearLabels(encoder, labels, weights, sureFrom);
  }

  /** The labels of some texts, in the order of their characters. */
  static List<String> labelsOf(List<LabeledText> texts) {
    return List.copyOf(new TreeSet<>(texts.stream().map(LabeledText::label).toList()));
  }

  /** Answers of heads to texts they had not seen. */
  static List<Certainty.Answer> answers(double[][] probabilities, int[] targets) {
    List<Certainty.Answer> answers = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      int best = 0;
      for (int l = 1; l < probabilities[i].length; l++) {
        best = probabilities[i][l] > probabilities[i][best] ? l : best;
      }
      answers.add(new Certainty.Answer(probabilities[i][best], best == targets[i]));
    }
    return answers;
  }
}
