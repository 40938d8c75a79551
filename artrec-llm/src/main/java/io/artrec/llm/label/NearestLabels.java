package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.embedding.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Labels by the nearest labelled examples: the {@code k} examples of highest cosine vote, each with
 * {@code exp((cos − best cos) / 0.1)} (Dudani, The distance-weighted k-nearest-neighbor rule, 1976,
 * with an exponential weight); a label's probability is its share of the votes. Ties of cosine go
 * to the earlier example. An example under several labels is given once for each.
 *
 * <p>Immutable and thread-safe if the encoder is. Costs one encoding a text and O(examples ·
 * dimensions); memory 4 bytes × dimensions an example. Features label one text at a time, because
 * the rounding of a batch may change which examples are nearest.
 */
public final class NearestLabels extends EncodedLabels {
  private static final String KIND = "nearest-labels";
  private static final String STAGE = "encoding labelled texts";
  private static final int NEIGHBORS = 5;
  private static final double SHARPNESS = 0.1;
  private static final int BATCH = 64;

  private final int[] labelOf;
  private final float[] rows;
  private final int neighbors;

  private NearestLabels(
      SentenceEncoder encoder, List<String> labels, int[] labelOf, float[] rows, int neighbors) {
    super(encoder, labels);
    this.labelOf = labelOf;
    this.rows = rows;
    this.neighbors = neighbors;
  }

  /**
   * {@return a labeler with 5 neighbours; its labels are in the order of their characters}
   *
   * @param encoder encodes the language of the texts
   * @param examples labelled texts; those the encoder cannot read are left out
   * @throws IllegalArgumentException when no example is left
   */
  public static NearestLabels of(SentenceEncoder encoder, List<LabeledText> examples) {
    return of(encoder, examples, Progress.silent(), new Cancellation());
  }

  /**
   * {@return a labeler with 5 neighbours; its labels are in the order of their characters}
   *
   * @param encoder encodes the language of the texts
   * @param examples labelled texts; those the encoder cannot read are left out
   * @param progress hears of examples encoded
   * @param cancellation stops between batches
   * @throws IllegalArgumentException when no example is left
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public static NearestLabels of(
      SentenceEncoder encoder,
      List<LabeledText> examples,
      Progress progress,
      Cancellation cancellation) {
    Objects.requireNonNull(encoder, "encoder");
    List<float[]> vectors = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      cancellation.check(STAGE);
      List<LabeledText> batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
      List<Optional<float[]>> encoded =
          encoder.encodeAll(batch.stream().map(LabeledText::text).toList());
      for (int i = 0; i < batch.size(); i++) {
        if (encoded.get(i).isPresent()) {
          vectors.add(encoded.get(i).get());
          found.add(batch.get(i).label());
        }
      }
      progress.update(STAGE, from + (long) batch.size(), examples.size());
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot label by examples: none of %d holds a text the encoder '%s' reads",
              examples.size(),
              encoder.name()));
    }
    List<String> labels = List.copyOf(new TreeSet<>(found));
    int[] labelOf = found.stream().mapToInt(labels::indexOf).toArray();
    int dimensions = encoder.dimensions();
    float[] rows = new float[found.size() * dimensions];
    for (int r = 0; r < labelOf.length; r++) {
      System.arraycopy(vectors.get(r), 0, rows, r * dimensions, dimensions);
    }
    return new NearestLabels(encoder, labels, labelOf, rows, NEIGHBORS);
  }

  /**
   * {@return this labeler with another number of neighbours}
   *
   * @param count 1 or more; all examples vote when there are fewer
   */
  public NearestLabels neighbors(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("neighbors is " + count + ", expected 1 or more");
    }
    return new NearestLabels(encoder(), labels(), labelOf, rows, count);
  }

  @Override
  public String name() {
    int content =
        31 * (31 * Arrays.hashCode(rows) + Arrays.hashCode(labelOf)) + labels().hashCode();
    return String.format(
        Locale.ROOT,
        "%d nearest of %d by %s, %s",
        neighbors,
        labelOf.length,
        encoder().name(),
        Integer.toHexString(content));
  }

  @Override
  LabelDistribution read(float[] vector) {
    int k = Math.min(neighbors, labelOf.length);
    int[] nearest = new int[k];
    double[] cosines = new double[k];
    int kept = 0;
    for (int r = 0; r < labelOf.length; r++) {
      double cosine = cosine(r, vector);
      if (kept < k || cosine > cosines[kept - 1]) {
        int at = kept < k ? kept++ : k - 1;
        while (at > 0 && cosines[at - 1] < cosine) {
          cosines[at] = cosines[at - 1];
          nearest[at] = nearest[at - 1];
          at--;
        }
        cosines[at] = cosine;
        nearest[at] = r;
      }
    }
    double[] shares = new double[labels().size()];
    double sum = 0;
    for (int i = 0; i < k; i++) {
      double vote = StrictMath.exp((cosines[i] - cosines[0]) / SHARPNESS);
      shares[labelOf[nearest[i]]] += vote;
      sum += vote;
    }
    for (int l = 0; l < shares.length; l++) {
      shares[l] /= sum;
    }
    return LabelDistribution.of(labels(), shares);
  }

  private double cosine(int row, float[] vector) {
    double sum = 0;
    int from = row * vector.length;
    for (int d = 0; d < vector.length; d++) {
      sum += (double) rows[from + d] * vector[d];
    }
    return sum;
  }

  /**
   * Saves the examples' vectors and labels; the encoder is not part of the file, its name is.
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
    out.putLong("neighbors", neighbors);
    out.putStrings("labels", labels());
    out.putInts("label of each example", labelOf);
    out.putFloats("vectors", rows);
  }

  /**
   * Loads a labeler.
   *
   * @param file what {@link #save(Path)} wrote
   * @param encoder the encoder it was made with
   * @return the labeler, answering as the saved one
   * @throws ModelFileException when the file is missing, damaged, foreign, or of another encoder
   */
  public static NearestLabels load(Path file, SentenceEncoder encoder) {
    return ModelFile.read(file, in -> load(in, file, encoder));
  }

  private static NearestLabels load(StateReader in, Path file, SentenceEncoder encoder) {
    ModelFile.requireKind(in, file, KIND);
    String made = in.getString("encoder");
    if (!made.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was made with the encoder '%s', not with '%s'; load it with that encoder or make it anew",
              file,
              made,
              encoder.name()));
    }
    int neighbors = (int) Math.max(1, Math.min(Integer.MAX_VALUE, in.getLong("neighbors")));
    List<String> labels = List.copyOf(in.getStrings("labels"));
    int[] labelOf = in.getInts("label of each example");
    float[] rows = in.getFloats("vectors");
    boolean fits =
        labelOf.length > 0
            && rows.length == (long) labelOf.length * encoder.dimensions()
            && Arrays.stream(labelOf).allMatch(l -> l >= 0 && l < labels.size());
    for (float value : rows) {
      fits &= Float.isFinite(value);
    }
    if (!fits) {
      throw new ModelFileException(
          file + " holds labelled examples that do not fit together; save it again");
    }
    return new NearestLabels(encoder, labels, labelOf, rows, neighbors);
  }
}
