package io.artrec.djl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a model is: one {@code .onnx} or TorchScript file and the small files that belong to it,
 * such as {@code tokenizer.json}. Reads from a file, a folder, an archive, the class path or
 * memory; never downloads and never unpacks to disk. Immutable and thread-safe; reads nothing until
 * asked.
 *
 * <p>Open only models you trust: a TorchScript file is a program.
 */
public final class ModelSource {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final ModelFiles files;
  private final Optional<String> model;
  private final Optional<String> sha256;

  private ModelSource(ModelFiles files, Optional<String> model, Optional<String> sha256) {
    this.files = files;
    this.model = model;
    this.sha256 = sha256;
  }

  /**
   * {@return the source at a path}
   *
   * @param path a model file; a folder that holds one, itself or in a folder of its own ({@code
   *     onnx/model.onnx}); or a {@code .jar} or {@code .zip} that does
   * @throws ModelException when there is nothing at the path
   */
  public static ModelSource of(Path path) {
    if (Files.isDirectory(path)) {
      return new ModelSource(new ModelFiles.Folder(path), Optional.empty(), Optional.empty());
    }
    if (!Files.isRegularFile(path)) {
      throw new ModelException("cannot open model " + path + ": there is no such file or folder");
    }
    Path absolute = path.toAbsolutePath();
    String name = Objects.requireNonNull(absolute.getFileName()).toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jar") || lower.endsWith(".zip")) {
      return new ModelSource(new ModelFiles.Archive(path), Optional.empty(), Optional.empty());
    }
    Path folder = Objects.requireNonNull(absolute.getParent());
    Path above = folder.getParent();
    if (above != null && folder.endsWith("onnx")) {
      return new ModelSource(
          new ModelFiles.Folder(above), Optional.of("onnx/" + name), Optional.empty());
    }
    return new ModelSource(new ModelFiles.Folder(folder), Optional.of(name), Optional.empty());
  }

  /**
   * {@return the source of a class-path resource}
   *
   * @param loader finds the resource and those beside it
   * @param model the model's name, for instance {@code all-minilm-l6-v2-q.onnx}
   */
  public static ModelSource resource(ClassLoader loader, String model) {
    return new ModelSource(new ModelFiles.Resources(loader), Optional.of(model), Optional.empty());
  }

  /**
   * {@return the source of files that were made in the process, such as a tuned encoder's}
   *
   * @param files the bytes by name, for instance {@code model.onnx} and {@code tokenizer.json}; the
   *     map is copied, the bytes are kept and must not be changed
   */
  public static ModelSource inMemory(Map<String, byte[]> files) {
    return new ModelSource(
        new ModelFiles.Memory(Map.copyOf(files)), Optional.empty(), Optional.empty());
  }

  /**
   * Returns this source with the hash its model file must have.
   *
   * @param hex the SHA-256 of the model file, 64 hexadecimal digits
   * @return the pinned source
   */
  public ModelSource sha256(String hex) {
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalArgumentException("sha256 is '" + hex + "', expected 64 hexadecimal digits");
    }
    return new ModelSource(files, model, Optional.of(hex.toLowerCase(Locale.ROOT)));
  }

  /**
   * Finds the model file.
   *
   * @return its name, relative to the folder, archive or class path
   * @throws ModelException when there is none or more than one; the message lists them
   */
  public String modelName() {
    if (model.isPresent()) {
      return model.get();
    }
    List<String> found =
        files.names().stream().filter(name -> ModelFormat.ofName(name).isPresent()).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    for (String usual : List.of("model.onnx", "onnx/model.onnx", "model.pt")) {
      if (found.contains(usual)) {
        return usual;
      }
    }
    throw new ModelException(
        found.isEmpty()
            ? "cannot open a model in " + files.where() + ": no .onnx, .pt or .pth file in it"
            : "cannot open a model in "
                + files.where()
                + ": more than one, "
                + String.join(", ", found)
                + "; name one of the files");
  }

  /**
   * Tells the format by the file's name.
   *
   * @return the format
   * @throws ModelException when the ending is unknown
   */
  public ModelFormat format() {
    String name = modelName();
    return ModelFormat.ofName(name)
        .orElseThrow(
            () ->
                new ModelException(
                    "cannot open model "
                        + name
                        + " in "
                        + files.where()
                        + ": expected a name that ends in .onnx, .pt or .pth"));
  }

  /**
   * Reads the model file and checks its hash when one is pinned.
   *
   * @return the bytes
   * @throws ModelException when it is missing, too large (2 GiB) or has another hash
   */
  public byte[] readModel() {
    String name = modelName();
    byte[] bytes =
        files
            .read(name, ModelFiles.MOST_BYTES)
            .orElseThrow(
                () ->
                    new ModelException(
                        "cannot open model " + name + ": it is not in " + files.where()));
    if (sha256.isPresent()) {
      String actual = sha256Of(bytes);
      if (!actual.equals(sha256.get())) {
        throw new ModelException(
            "refused model "
                + name
                + " in "
                + files.where()
                + ": its SHA-256 is "
                + actual
                + ", expected "
                + sha256.get());
      }
    }
    return bytes;
  }

  /**
   * Reads a small file that belongs to the model: beside it, as {@code <model>-name} or as {@code
   * name}, or in the folder above. At the root of the class path, where files of several models may
   * meet, the plain name counts only for a model called {@code model}.
   *
   * @param name the file, for instance {@code tokenizer.json}
   * @param most the most bytes it may have
   * @return the bytes, or empty when there is no such file
   */
  public Optional<byte[]> readCompanion(String name, long most) {
    String path = modelName();
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, slash + 1);
    int dot = path.lastIndexOf('.');
    String stem = dot > slash ? path.substring(0, dot) : path;
    Optional<byte[]> named = files.read(stem + "-" + name, most);
    if (files instanceof ModelFiles.Resources && folder.isEmpty() && !stem.equals("model")) {
      return named;
    }
    return named
        .or(() -> files.read(folder + name, most))
        .or(() -> folder.isEmpty() ? Optional.empty() : files.read(name, most));
  }

  static String sha256Of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Says where the model is.
   *
   * @return the model file when it was named, and where it is
   */
  @Override
  public String toString() {
    return model.map(name -> name + " in ").orElse("model in ") + files.where();
  }
}
