package io.artrec.feature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hashes of images by their fingerprints, kept on disk, so that an unchanged image need not be
 * read to find its vectors in the cache. A damaged or foreign file is logged and replaced.
 * Thread-safe.
 */
final class ImageIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ImageIndex.class);
  private static final String HEADER = "artrec image index 1";
  private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} [0-9a-f]{64}");
  private static final int HASH = 64;

  private final Path file;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private volatile boolean changed;

  private ImageIndex(Path file) {
    this.file = file;
  }

  static ImageIndex open(Path folder) {
    CacheFiles.makeFolder(folder);
    ImageIndex index = new ImageIndex(folder.resolve("images.index"));
    index.load();
    return index;
  }

  Optional<String> find(String fingerprint) {
    return Optional.ofNullable(hashes.get(ContentHash.ofTexts(fingerprint)));
  }

  void put(String fingerprint, String hash) {
    hashes.put(ContentHash.ofTexts(fingerprint), hash);
    changed = true;
  }

  void save() {
    if (changed && CacheFiles.replace(file, this::write)) {
      changed = false;
    }
  }

  private void write(Path beside) throws IOException {
    List<String> lines = new ArrayList<>();
    hashes.forEach((fingerprint, hash) -> lines.add(fingerprint + " " + hash));
    lines.add(0, HEADER);
    lines.add(ContentHash.ofTexts(lines.toArray(new String[0])));
    Files.write(beside, lines, StandardCharsets.UTF_8);
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      int last = lines.size() - 1;
      if (last < 1
          || !lines.get(0).equals(HEADER)
          || !ContentHash.ofTexts(lines.subList(0, last).toArray(new String[0]))
              .equals(lines.get(last))) {
        throw new IOException("another format, or the checksum does not match");
      }
      for (String line : lines.subList(1, last)) {
        if (LINE.matcher(line).matches()) {
          hashes.put(line.substring(0, HASH), line.substring(HASH + 1));
        }
      }
    } catch (IOException e) {
      LOG.warn("feature cache {} is damaged or foreign and is made anew: {}", file, e.toString());
    }
  }
}
