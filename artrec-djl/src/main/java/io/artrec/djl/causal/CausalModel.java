package io.artrec.djl.causal;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelFormat;
import io.artrec.djl.ModelOptions;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.serving.internal.TokenizerFile;
import io.artrec.task.CancelledException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A language model that goes on with a text, run by PyTorch in this process: a TorchScript file
 * (traced or scripted, with {@code use_cache}) beside its {@code tokenizer.json} and {@code
 * config.json}. Thread-safe; sessions run beside each other, up to a number.
 *
 * <p>{@code forward} takes token identities, positions and attention mask (or what {@link
 * CausalOptions#inputs} says) and a tuple of keys and values for each layer, empty ones at first,
 * and gives logits and the longer keys and values. Tokenizers over bytes (GPT-2, Llama 3, Qwen) and
 * of SentencePiece's kind (Llama 2, Mistral) are known. How a conversation is written is not read
 * from the file.
 */
public final class CausalModel implements AutoCloseable {
  private static final long MOST_CONFIG = 1 << 20;
  private static final long MOST_TOKENIZER = 1 << 28;

  private final NeuralModel model;
  private final CausalNetwork network;
  private final HuggingFaceTokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final BitSet choosable = new BitSet();
  private final int sessions;
  private final Semaphore free;
  private final Pattern marks;
  private final int longest;

  /** Read by who uses the tokenizer, written by who closes it. */
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  private final AtomicBoolean closed = new AtomicBoolean();

  private CausalModel(
      CausalOptions options,
      NeuralModel model,
      CausalNetwork network,
      HuggingFaceTokenizer tokenizer,
      Vocabulary vocabulary) {
    this.model = model;
    this.network = network;
    this.tokenizer = tokenizer;
    this.vocabulary = vocabulary;
    sessions = options.sessions();
    free = new Semaphore(sessions, true);
    longest = vocabulary.longest();
    marks =
        Pattern.compile(
            vocabulary.marks().isEmpty()
                ? "(?!)"
                : vocabulary.marks().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    choosable.or(vocabulary.known());
    choosable.clear(network.vocabulary(), Math.max(network.vocabulary(), vocabulary.size()));
  }

  /**
   * Opens a model and reads one token with it.
   *
   * @param source a TorchScript file with {@code tokenizer.json} and {@code config.json} beside it;
   *     end tokens of {@code generation_config.json} count, too
   * @param options how it is run
   * @return the model; close it
   * @throws ModelException when a file is missing, damaged or no causal model, or the device is not
   *     there
   * @throws io.artrec.djl.EngineMissingException when PyTorch is not there
   */
  public static CausalModel open(ModelSource source, CausalOptions options) {
    String what = source.toString();
    if (source.format() != ModelFormat.TORCHSCRIPT) {
      throw new ModelException(
          "cannot open "
              + what
              + " as a causal model: expected TorchScript, .pt or .pth, saved with past keys and"
              + " values");
    }
    byte[] tokens = companion(source, "tokenizer.json", MOST_TOKENIZER);
    Vocabulary vocabulary = Vocabulary.read(what, tokens);
    CausalConfig config =
        CausalConfig.read(
            what,
            companion(source, "config.json", MOST_CONFIG),
            source.readCompanion("generation_config.json", MOST_CONFIG));
    NeuralModel model = NeuralModel.open(source, ModelOptions.standard().device(options.device()));
    try {
      CausalNetwork network = new CausalNetwork(model, config, options.inputs());
      return new CausalModel(options, model, network, TokenizerFile.open(what, tokens), vocabulary);
    } catch (InferenceException e) {
      model.close();
      throw new ModelException("cannot open " + what + " as a causal model: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static byte[] companion(ModelSource source, String name, long most) {
    return source
        .readCompanion(name, most)
        .orElseThrow(
            () ->
                new ModelException(
                    "cannot open "
                        + source
                        + " as a causal model: there is no "
                        + name
                        + " beside it; copy it from where the model is from"));
  }

  /** {@return the name of the model file} */
  public String name() {
    return model.name();
  }

  /**
   * Identifies the weights.
   *
   * @return the SHA-256 of the model file, 64 hexadecimal digits
   */
  public String sha256() {
    return model.sha256();
  }

  /** {@return how many tokens a session can hold, 1 or more} */
  public int positions() {
    return network.config().positions();
  }

  /**
   * Tells how many bytes of native memory a full session holds, the keys and values of {@link
   * #positions} tokens. While tokens are read, old and new ones are there together.
   *
   * @return the bytes, for keys and values in 32 bits
   */
  public long sessionBytes() {
    return network.config().bytesPerToken() * positions();
  }

  /** {@return how many logits there are for each token, 1 or more} */
  public int vocabularySize() {
    return network.vocabulary();
  }

  /**
   * Turns text into tokens. Text that looks like a special token is none.
   *
   * @param text any text
   * @return its tokens, without any at its beginning or end
   * @throws InferenceException when the text is longer than all positions' longest tokens, or the
   *     tokenizer fails, as on chars it does not know
   */
  public long[] encode(String text) {
    checkLength(text);
    List<long[]> parts = new ArrayList<>();
    int from = 0;
    Matcher mark = marks.matcher(text);
    while (mark.find(from)) {
      // Its first character and the others apart are no special token.
      int cut = text.offsetByCodePoints(mark.start(), 1);
      parts.add(encodeMarked(text.substring(from, cut)));
      from = cut;
    }
    parts.add(encodeMarked(text.substring(from)));
    return parts.stream().flatMapToLong(LongStream::of).toArray();
  }

  /**
   * Turns text into tokens, special ones where it names them: for the application's own words,
   * never for those of others.
   *
   * @param text any text
   * @return its tokens, without any at its beginning or end but what it names
   * @throws InferenceException when the text is longer than all positions' longest tokens, or the
   *     tokenizer fails, as on chars it does not know
   */
  public long[] encodeMarked(String text) {
    checkLength(text);
    // A lone surrogate is no character; it becomes a question mark.
    String readable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    use.readLock().lock();
    try {
      checkOpen();
      return readable.isEmpty() ? new long[0] : tokenized(readable);
    } finally {
      use.readLock().unlock();
    }
  }

  private long[] tokenized(String text) {
    try {
      return tokenizer.encode(text, false, false).getIds();
    } catch (RuntimeException e) {
      throw new InferenceException(
          "cannot tokenise a text of " + text.length() + " chars for model " + name(), e);
    }
  }

  /** Refuses what cannot fit, before time is spent on it. */
  private void checkLength(String text) {
    long most = (long) positions() * longest;
    if (text.length() > most) {
      throw new InferenceException(
          "a text of "
              + text.length()
              + " chars for model "
              + name()
              + ", which has "
              + positions()
              + " positions, expected at most "
              + most
              + "; shorten it");
    }
  }

  /**
   * Turns tokens into text, special ones into none.
   *
   * @param tokens tokens of the tokenizer
   * @return the text; bytes that are no characters become U+FFFD
   */
  public String text(long... tokens) {
    for (long token : tokens) {
      if (token < 0 || token >= vocabulary.size()) {
        throw new IllegalArgumentException(
            "token "
                + token
                + " of model "
                + name()
                + ", expected 0 to "
                + (vocabulary.size() - 1));
      }
    }
    return new String(vocabulary.bytes(tokens), StandardCharsets.UTF_8);
  }

  /**
   * Opens a session, after waiting while as many are open as the options allow.
   *
   * @return an empty session; close it
   * @throws CancelledException when the thread is interrupted while it waits
   * @throws IllegalStateException when the model was closed
   */
  public CausalSession session() {
    checkOpen();
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("cancelled while waiting for a session of model " + name());
    }
    try {
      checkOpen();
      return new CausalSession(this, network);
    } catch (RuntimeException | Error e) {
      free.release();
      throw e;
    }
  }

  /** A session was closed. */
  void left() {
    free.release();
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("model " + name() + " is closed");
    }
  }

  void check(long[][] tokens) {
    for (long[] row : tokens) {
      if (row.length == 0) {
        throw new IllegalArgumentException(
            "a session of model " + name() + " was given no tokens, expected one or more");
      }
      for (long token : row) {
        if (token < 0 || token >= vocabularySize()) {
          throw new IllegalArgumentException(
              "token "
                  + token
                  + " for model "
                  + name()
                  + ", expected 0 to "
                  + (vocabularySize() - 1)
                  + "; the tokenizer must be the model's own");
        }
      }
    }
  }

  /**
   * Goes on with a text.
   *
   * @param prompt the text, at least one token; what looks like a special token is none
   * @param decoding how tokens are chosen
   * @return what follows
   * @throws InferenceException when the prompt leaves no room, or the model fails
   * @throws CancelledException when the thread is interrupted
   */
  public Generation generate(String prompt, Decoding decoding) {
    return generate(encode(prompt), decoding, piece -> {});
  }

  /**
   * Goes on with tokens, and tells the text while it is written.
   *
   * @param prompt the tokens, one or more
   * @param decoding how tokens are chosen
   * @param heard takes pieces of the text, together the whole, none empty, on this thread; a beam
   *     search tells one at its end. What it throws ends the text
   * @return what follows
   * @throws InferenceException when the prompt leaves no room, also for the shortest object of a
   *     schema, or the model fails
   * @throws IllegalArgumentException when the limit of tokens is too low for a schema's shortest
   *     object
   * @throws CancelledException when the thread is interrupted
   */
  public Generation generate(long[] prompt, Decoding decoding, Consumer<String> heard) {
    // Its time begins here, and not when a session is free.
    Utterance utterance = new Utterance(this, decoding, heard);
    try (CausalSession session = session()) {
      return utterance.write(session, prompt);
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The tokens that the model and the tokenizer both know. */
  BitSet choosable() {
    return choosable;
  }

  /** Whether a token ends a text. */
  boolean isEnd(int token) {
    return network.config().ends().get(token);
  }

  /** Waits for open sessions to be closed, and frees the weights. A second call changes nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      free.acquireUninterruptibly(sessions);
      use.writeLock().lock();
      try {
        tokenizer.close();
      } finally {
        use.writeLock().unlock();
      }
      model.close();
      free.release(sessions);
    }
  }
}
