package io.artrec.djl.text;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.serving.internal.ContentId;
import io.artrec.djl.serving.internal.Gate;
import io.artrec.djl.serving.internal.SharedWork;
import io.artrec.djl.text.internal.EncoderFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Encodes texts with a transformer: tokenises, cuts long texts into windows, runs the model, pools
 * and normalises.
 *
 * <p>Thread-safe: any number of callers share the model, a set number of runs go at a time, the
 * others wait in order of arrival. A text gets the same vector, to 1e-5, alone, in any list and on
 * any thread. Native memory lives as long as a run, but for the weights, which {@link #close}
 * frees: it waits for runs that have begun, and calls that are not done then fail with an {@link
 * IllegalStateException}. An interrupted caller leaves with a {@link
 * io.artrec.task.CancelledException}, its flag still set.
 *
 * <p>Blank texts, texts of control characters alone, and texts of which the vocabulary knows no
 * word have no vector. Unpaired surrogates are read as U+FFFD. A text longer than one window is cut
 * into windows of equal length, whose vectors are joined by their number of tokens (the largest for
 * {@link Pooling#MAX}); beyond the last window nothing is read, so that no text costs more than
 * {@code maxWindows} runs.
 */
public final class TextEncoder implements AutoCloseable {
  private static final int SLICE = 1024;
  private static final int TOKENIZED_TOGETHER = 32;
  private static final double MOST_PADDING = 0.125;

  private final NeuralModel model;
  private final Tokens tokens;
  private final TextModel runner;
  private final TextEncoderOptions options;
  private final Pooling pooling;
  private final int maxTokens;
  private final String identity;
  private final Gate<Workspace> gate;
  private final SharedWork<Workspace> work;

  private TextEncoder(
      NeuralModel model, Tokens tokens, TextEncoderOptions options, SentenceSettings settings) {
    this.model = model;
    this.tokens = tokens;
    this.options = options;
    pooling = options.pooling().or(settings::pooling).orElse(Pooling.MEAN);
    maxTokens = options.maxTokens().orElseGet(() -> settings.maxTokens(tokens.truncation()));
    runner =
        new TextModel(
            model,
            options.pooling(pooling),
            tokens.windows("", "art", maxTokens, 1).get(0),
            tokens.windows("", "art of works of art", maxTokens, 1).get(0));
    int runs = options.runs(model.engine().equals("OnnxRuntime"));
    gate =
        new Gate<>(
            new Gate.Bounds(model.name(), "texts", runs, options.maxWaiting()), Workspace::new);
    work = new SharedWork<>(gate, runs - 1);
    identity =
        ContentId.of(
            model.sha256(),
            tokens.sha256(),
            options.pooling(pooling).maxTokens(maxTokens).identity());
  }

  /**
   * Opens an encoder from a model's files, {@code tokenizer.json} among them.
   *
   * @param source where they are
   * @param options how texts are encoded
   * @return the encoder; close it
   * @throws ModelException when a file is missing, damaged, refused or of another kind
   * @throws io.artrec.djl.EngineMissingException when the engine is not there
   */
  public static TextEncoder open(ModelSource source, TextEncoderOptions options) {
    byte[] tokenizer = EncoderFiles.tokenizer(source);
    SentenceSettings settings = SentenceSettings.read(source);
    return of(NeuralModel.open(source, options.model()), tokenizer, options, settings);
  }

  /**
   * Makes an encoder of an open model that takes ids and mask, and types when the options say so,
   * by position.
   *
   * @param model the model; closed with the encoder
   * @param tokenizer the bytes of its tokenizer.json
   * @param options how texts are encoded; its device and threads per run are the model's already
   * @return the encoder; close it
   * @throws ModelException when the tokenizer is damaged or the model is no text encoder
   */
  public static TextEncoder of(NeuralModel model, byte[] tokenizer, TextEncoderOptions options) {
    return of(model, tokenizer, options, SentenceSettings.none());
  }

  private static TextEncoder of(
      NeuralModel model, byte[] tokenizer, TextEncoderOptions options, SentenceSettings settings) {
    Tokens tokens = null;
    try {
      tokens = new Tokens(model.name(), tokenizer);
      return new TextEncoder(model, tokens, options, settings);
    } catch (RuntimeException e) {
      if (tokens != null) {
        tokens.close();
      }
      model.close();
      if (e instanceof InferenceException) {
        throw new ModelException(
            "cannot open model " + model.name() + " as a text encoder: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  public int dimensions() {
    return runner.dimensions();
  }

  /**
   * Identifies the weights, the tokenizer and every option that changes vectors.
   *
   * @return 64 hexadecimal digits; equal ones promise equal vectors
   */
  public String identity() {
    return identity;
  }

  /** {@return the most tokens of a window, special ones included} */
  public int maxTokens() {
    return maxTokens;
  }

  /**
   * Returns how tokens become one vector.
   *
   * @return the pooling
   */
  public Pooling pooling() {
    return pooling;
  }

  /** {@return the model, owned by this encoder} */
  public NeuralModel model() {
    return model;
  }

  /**
   * Returns what the model gets of a text's beginning: of one that is longer than a window, as much
   * as a window holds.
   *
   * @param text any text
   * @param most the most tokens, special ones included; a window's at most
   * @return the identities of tokens, special ones and the prefix included; empty when there is
   *     nothing the model knows
   * @throws IllegalArgumentException when the prefix leaves no room for a token of the text
   */
  public Optional<long[]> tokens(String text, int most) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    return tokens.windows(options.prefix(), text, Math.min(most, maxTokens), 1).stream()
        .findFirst();
  }

  /**
   * Encodes one text.
   *
   * @param text any text
   * @return a finite vector, of unit length unless told otherwise, or empty when there is nothing
   *     the model knows
   * @throws InferenceException when the model fails, the timeout passes or too many wait
   * @throws io.artrec.task.CancelledException when the thread is interrupted
   * @throws IllegalStateException when the encoder is closed
   */
  public Optional<float[]> encode(String text) {
    return encode(text, options.prefix());
  }

  /**
   * Encodes one text with other words before it than the options say.
   *
   * @param text any text
   * @param prefix the words
   * @return a vector, or empty
   * @see #encode(String)
   */
  public Optional<float[]> encode(String text, String prefix) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Gate.Deadline deadline = Gate.Deadline.in(options.timeout());
    Workspace workspace = gate.enter(deadline);
    try {
      return alone(text, prefix, workspace, deadline);
    } finally {
      gate.leave(workspace);
    }
  }

  /**
   * Encodes many texts, on as many threads as runs go at a time, those of like length together.
   * Memory: the vectors, and the tokens of 1,024 texts.
   *
   * @param texts the texts
   * @return one answer for each text, in order, as {@link #encode(String)} gives it
   */
  public List<Optional<float[]>> encodeAll(List<String> texts) {
    Gate.Deadline deadline = Gate.Deadline.in(options.timeout());
    List<Optional<float[]>> vectors = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += SLICE) {
      List<String> slice = texts.subList(from, Math.min(texts.size(), from + SLICE));
      vectors.addAll(
          model.isBatchDependent() || options.batchSize() == 1
              ? oneByOne(slice, deadline)
              : inBatches(slice, deadline));
    }
    return vectors;
  }

  private List<Optional<float[]>> oneByOne(List<String> texts, Gate.Deadline deadline) {
    List<Optional<float[]>> vectors = nothing(texts.size());
    work.run(
        texts.size(),
        deadline,
        (index, workspace) -> {
          String text = texts.get(index);
          if (!text.isBlank()) {
            vectors.set(index, alone(text, options.prefix(), workspace, deadline));
          }
        });
    return vectors;
  }

  private List<Optional<float[]>> inBatches(List<String> texts, Gate.Deadline deadline) {
    List<List<long[]>> windows = new ArrayList<>(texts.size());
    texts.forEach(text -> windows.add(List.of()));
    int groups = (texts.size() + TOKENIZED_TOGETHER - 1) / TOKENIZED_TOGETHER;
    work.run(
        groups,
        deadline,
        (group, workspace) -> {
          int from = group * TOKENIZED_TOGETHER;
          int to = Math.min(texts.size(), from + TOKENIZED_TOGETHER);
          for (int text = from; text < to; text++) {
            if (!texts.get(text).isBlank()) {
              windows.set(text, windows(texts.get(text), options.prefix()));
            }
          }
        });
    double[][][] pooled = new double[texts.size()][][];
    List<Place> places = new ArrayList<>();
    for (int text = 0; text < pooled.length; text++) {
      pooled[text] = new double[windows.get(text).size()][];
      for (int window = 0; window < pooled[text].length; window++) {
        places.add(new Place(text, window, windows.get(text).get(window).length));
      }
    }
    List<List<Place>> batches = batches(places);
    work.run(
        batches.size(),
        deadline,
        (batch, workspace) -> {
          List<Place> members = batches.get(batch);
          List<long[]> rows = new ArrayList<>(members.size());
          members.forEach(place -> rows.add(windows.get(place.text()).get(place.window())));
          double[][] vectors = runner.run(rows, workspace);
          for (int member = 0; member < vectors.length; member++) {
            Place place = members.get(member);
            pooled[place.text()][place.window()] = vectors[member];
          }
        });
    List<Optional<float[]>> vectors = nothing(texts.size());
    for (int text = 0; text < pooled.length; text++) {
      if (pooled[text].length > 0) {
        vectors.set(text, Optional.of(finished(pooled[text], windows.get(text))));
      }
    }
    return vectors;
  }

  /** Windows of like length together, the longest first, little of a batch padding. */
  private List<List<Place>> batches(List<Place> places) {
    places.sort(Comparator.comparingInt(Place::length).reversed());
    List<List<Place>> batches = new ArrayList<>();
    List<Place> batch = new ArrayList<>();
    int used = 0;
    double padding = runner.mixesLengths() ? MOST_PADDING : 0;
    for (Place place : places) {
      int longest = batch.isEmpty() ? place.length() : batch.get(0).length();
      int cells = longest * (batch.size() + 1);
      int filled = used + place.length();
      if (batch.size() == options.batchSize() || filled < (1 - padding) * cells) {
        batches.add(batch);
        batch = new ArrayList<>();
        filled = place.length();
      }
      batch.add(place);
      used = filled;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private record Place(int text, int window, int length) {}

  private static List<Optional<float[]>> nothing(int size) {
    List<Optional<float[]>> vectors = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      vectors.add(Optional.empty());
    }
    return vectors;
  }

  private Optional<float[]> alone(
      String text, String prefix, Workspace workspace, Gate.Deadline deadline) {
    List<long[]> windows = windows(text, prefix);
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    double[][] pooled = new double[windows.size()][];
    for (int window = 0; window < pooled.length; window++) {
      if (window > 0 && Thread.currentThread().isInterrupted()) {
        throw gate.interrupted();
      }
      if (deadline.left() < 0) {
        throw gate.late(deadline);
      }
      pooled[window] = runner.run(List.of(windows.get(window)), workspace)[0];
    }
    return Optional.of(finished(pooled, windows));
  }

  private List<long[]> windows(String text, String prefix) {
    return tokens.windows(prefix, text, maxTokens, options.maxWindows());
  }

  private float[] finished(double[][] pooled, List<long[]> windows) {
    int[] lengths = windows.stream().mapToInt(window -> window.length).toArray();
    double[] vector = pooling.join(pooled, lengths);
    double length = 1;
    if (options.normalize()) {
      length = Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    }
    float[] floats = new float[vector.length];
    for (int d = 0; d < floats.length; d++) {
      floats[d] = (float) (vector[d] / length);
      if (!Float.isFinite(floats[d])) {
        throw new InferenceException(
            "model " + model.name() + " gave " + vector[d] + " of length " + length);
      }
    }
    return floats;
  }

  /** Waits for runs that have begun, then frees the model. Calling it again changes nothing. */
  @Override
  public void close() {
    if (gate.close()) {
      work.close();
      tokens.close();
      model.close();
    }
  }
}
