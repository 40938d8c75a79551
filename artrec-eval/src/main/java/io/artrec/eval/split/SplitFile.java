package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Splits as model files in a folder: {@code 1-of-5.split} and so on. */
final class SplitFile {
  private static final String SUFFIX = ".split";
  private static final String FORMAT = "artrec-split-1";

  private SplitFile() {}

  static void saveAll(List<Split> splits, Path folder) {
    if (splits.isEmpty()) {
      throw new IllegalArgumentException("no split was given to save, expected one or more");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ModelFileException("cannot save splits, folder " + folder + " cannot be made", e);
    }
    if (!files(folder).isEmpty()) {
      throw new ModelFileException(
          "cannot save splits, folder " + folder + " holds some; choose another or empty it");
    }
    for (int i = 0; i < splits.size(); i++) {
      Split split = splits.get(i);
      ModelFile.write(folder.resolve(fileName(i + 1, splits.size())), out -> write(split, out));
    }
  }

  static List<Split> loadAll(Path folder) {
    List<String> found = files(folder);
    if (found.isEmpty()) {
      throw new ModelFileException(
          "folder " + folder + " holds no splits, expected files such as " + fileName(1, 1));
    }
    List<String> expected =
        IntStream.rangeClosed(1, found.size()).mapToObj(i -> fileName(i, count(found))).toList();
    if (count(found) != found.size() || !found.containsAll(expected)) {
      throw new ModelFileException(
          "folder "
              + folder
              + " holds "
              + String.join(", ", found)
              + ", expected all of one set and nothing else; save the splits again");
    }
    return expected.stream().map(name -> load(folder.resolve(name))).toList();
  }

  private static Split load(Path file) {
    return ModelFile.read(file, in -> read(file, in));
  }

  private static String fileName(int number, int count) {
    return number + "-of-" + count + SUFFIX;
  }

  private static int count(List<String> names) {
    String name = names.get(0);
    String count = name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
    return count.matches("\\d{1,6}") ? Integer.parseInt(count) : -1;
  }

  private static List<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ModelFileException("splits folder " + folder + " does not exist");
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelFileException("splits folder " + folder + " cannot be read: " + e, e);
    }
  }

  private static void write(Split split, StateWriter out) {
    out.putString("format", FORMAT);
    out.putString("name", split.name());
    out.putLong("seed", split.seed());
    out.putLong("nowMillis", split.nowMillis());
    InteractionColumns.write(split.training(), out);
    InteractionColumns.write(split.known(), out);
    InteractionColumns.write(split.test(), out);
  }

  private static Split read(Path file, StateReader in) {
    String format = in.getString("format");
    if (!format.equals(FORMAT)) {
      throw new ModelFileException(
          "split file "
              + file
              + " has format '"
              + format
              + "', expected '"
              + FORMAT
              + "'; save it again with this version");
    }
    String name = in.getString("name");
    long seed = in.getLong("seed");
    long nowMillis = in.getLong("nowMillis");
    Interactions training = InteractionColumns.read(in);
    Interactions known = InteractionColumns.read(in);
    Interactions test = InteractionColumns.read(in);
    return new Split(name, seed, training, known, test, nowMillis);
  }
}
