package io.artrec.djl.text.internal;

import com.google.gson.JsonObject;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelFormat;
import io.artrec.djl.ModelSource;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of an encoder in a folder that {@link ModelSource#of(Path)} opens: {@code model.onnx},
 * {@code tokenizer.json}, and how it pools and how far it reads, as sentence-transformers writes
 * it.
 */
public final class EncoderFiles {
  private static final long MOST_TOKENIZER_BYTES = 64L << 20;

  private EncoderFiles() {}

  /**
   * Collects the files of an encoder.
   *
   * @param source where its files are
   * @param encoder the encoder that was opened from them
   * @return the bytes by name, relative to a folder, with forward slashes, in a map of the caller's
   * @throws ModelException when a file is missing or has another hash than the one pinned
   */
  public static Map<String, byte[]> of(ModelSource source, TextEncoder encoder) {
    JsonObject pooling = new JsonObject();
    pooling.addProperty("word_embedding_dimension", encoder.dimensions());
    pooling.addProperty("pooling_mode_cls_token", encoder.pooling() == Pooling.CLS);
    pooling.addProperty("pooling_mode_mean_tokens", encoder.pooling() == Pooling.MEAN);
    pooling.addProperty("pooling_mode_max_tokens", encoder.pooling() == Pooling.MAX);
    JsonObject length = new JsonObject();
    length.addProperty("max_seq_length", encoder.maxTokens());
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(modelName(source.format()), source.readModel());
    files.put("tokenizer.json", tokenizer(source));
    files.put("1_Pooling/config.json", bytes(pooling));
    files.put("sentence_bert_config.json", bytes(length));
    return files;
  }

  /**
   * Reads the tokenizer that lies beside a model.
   *
   * @param source where the model is
   * @return the bytes of its tokenizer.json
   * @throws ModelException when there is none
   */
  public static byte[] tokenizer(ModelSource source) {
    return source
        .readCompanion("tokenizer.json", MOST_TOKENIZER_BYTES)
        .orElseThrow(
            () ->
                new ModelException(
                    "cannot open "
                        + source
                        + " as a text encoder: no tokenizer.json beside it; save it there with"
                        + " the Hugging Face tokenizer's save_pretrained"));
  }

  private static String modelName(ModelFormat format) {
    return format == ModelFormat.ONNX ? "model.onnx" : "model.pt";
  }

  private static byte[] bytes(JsonObject json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes files into a new folder: beside it first, synced, then renamed, so that the folder holds
   * all of them or is not there.
   *
   * @param folder the folder, not there yet or empty; the one above it must exist
   * @param files the bytes by name, relative, with forward slashes
   * @throws ModelException when it cannot be written
   */
  public static void write(Path folder, Map<String, byte[]> files) {
    Path target = folder.toAbsolutePath();
    Path above = target.getParent();
    Path name = target.getFileName();
    if (above == null || name == null || !Files.isDirectory(above)) {
      throw new ModelException(
          "cannot write a model to " + folder + ": the folder above it does not exist");
    }
    try {
      if (Files.exists(target) && !isEmptyFolder(target)) {
        throw new ModelException(
            "cannot write a model to "
                + folder
                + ": something is there already; name a new folder, or delete this one first");
      }
      Path part = Files.createTempDirectory(above, name + ".part");
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          write(part.resolve(file.getKey()), file.getValue());
        }
        Files.deleteIfExists(target);
        move(part, target);
      } finally {
        delete(part);
      }
    } catch (IOException e) {
      throw new ModelException("cannot write a model to " + folder + ": " + e, e);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> held = Files.list(path)) {
      return held.findAny().isEmpty();
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target);
    }
  }

  /** Deletes what a failed writing left; after a good one nothing is there. */
  private static void delete(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(part)) {
      all = walk.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
