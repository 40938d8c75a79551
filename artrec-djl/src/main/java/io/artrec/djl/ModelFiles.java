package io.artrec.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Named files that belong together: a folder, an archive, resources. Names are relative, with
 * forward slashes. Nothing is ever unpacked to disk.
 */
interface ModelFiles {
  /** The largest file that is read; also what the ONNX format can hold. */
  long MOST_BYTES = Integer.MAX_VALUE - 16L;

  /** Where the files are, for messages. */
  String where();

  /** The names that can be listed, sorted; empty where files cannot be listed. */
  List<String> names();

  /** Reads a file, or nothing when it is not there. */
  Optional<byte[]> read(String name, long most);

  /** A folder and its folders, two levels deep. */
  record Folder(Path root) implements ModelFiles {
    private static final int DEPTH = 2;

    @Override
    public String where() {
      return "folder " + root;
    }

    @Override
    public List<String> names() {
      try (Stream<Path> files = Files.walk(root, DEPTH)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      } catch (IOException | UncheckedIOException e) {
        throw new ModelException("cannot list " + where() + ": " + e, e);
      }
    }

    @Override
    public Optional<byte[]> read(String name, long most) {
      Path file = root.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(bounded(in, most, file.toString()));
      } catch (IOException e) {
        throw new ModelException("cannot read " + file + ": " + e, e);
      }
    }
  }

  /** Bytes that were made in the process. */
  record Memory(Map<String, byte[]> files) implements ModelFiles {
    @Override
    public String where() {
      return "memory";
    }

    @Override
    public List<String> names() {
      return files.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<byte[]> read(String name, long most) {
      byte[] bytes = files.get(name);
      if (bytes != null && bytes.length > most) {
        throw tooLarge(name + " in memory", most);
      }
      return Optional.ofNullable(bytes).map(byte[]::clone);
    }
  }

  /** What a class loader finds. */
  record Resources(ClassLoader loader) implements ModelFiles {
    @Override
    public String where() {
      return "the class path";
    }

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public Optional<byte[]> read(String name, long most) {
      try (InputStream in = loader.getResourceAsStream(name)) {
        return in == null
            ? Optional.empty()
            : Optional.of(bounded(in, most, name + " on the class path"));
      } catch (IOException e) {
        throw new ModelException("cannot read " + name + " on the class path: " + e, e);
      }
    }
  }

  /** A jar or zip file, its entries checked for paths and sizes that lie. */
  record Archive(Path file) implements ModelFiles {
    private static final int MOST_ENTRIES = 10_000;
    private static final long FREE_BYTES = 1 << 20;
    private static final long MOST_RATIO = 100;

    @Override
    public String where() {
      return "archive " + file;
    }

    @Override
    public List<String> names() {
      try (ZipFile zip = open()) {
        List<String> names = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          checkPath(entry.getName());
          if (!entry.isDirectory()) {
            names.add(entry.getName());
          }
        }
        names.sort(Comparator.naturalOrder());
        return names;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    @Override
    public Optional<byte[]> read(String name, long most) {
      checkPath(name);
      try (ZipFile zip = open()) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
          return Optional.empty();
        }
        long compressed = Math.max(0, entry.getCompressedSize());
        long believable = Math.max(FREE_BYTES, compressed * MOST_RATIO);
        String what = name + " in " + where();
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes((int) Math.min(Math.min(most, believable) + 1, MOST_BYTES));
          if (bytes.length > believable) {
            throw new ModelException(
                String.format(
                    Locale.ROOT,
                    "refused %s: its %,d bytes unpack to more than %,d, over %d to 1, which no model does",
                    what,
                    compressed,
                    believable,
                    MOST_RATIO));
          }
          if (bytes.length > most) {
            throw tooLarge(what, most);
          }
          return Optional.of(bytes);
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    private ZipFile open() throws IOException {
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() > MOST_ENTRIES) {
        int entries = zip.size();
        zip.close();
        throw new ModelException(
            String.format(
                Locale.ROOT,
                "refused %s: %,d entries, expected at most %,d",
                where(),
                entries,
                MOST_ENTRIES));
      }
      return zip;
    }

    private void checkPath(String name) {
      boolean climbs = List.of(name.split("/", -1)).contains("..");
      if (climbs || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
        throw new ModelException(
            "refused "
                + where()
                + ": the entry '"
                + name
                + "' points outside; expected plain relative paths");
      }
    }

    private ModelException unreadable(IOException e) {
      return new ModelException("cannot read " + where() + " as a zip file: " + e.getMessage(), e);
    }
  }

  private static byte[] bounded(InputStream in, long most, String what) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(most + 1, MOST_BYTES));
    if (bytes.length > most || in.read() >= 0) {
      throw tooLarge(what, most);
    }
    return bytes;
  }

  private static ModelException tooLarge(String what, long most) {
    return new ModelException(
        String.format(Locale.ROOT, "refused %s: larger than %,d bytes", what, most));
  }
}
