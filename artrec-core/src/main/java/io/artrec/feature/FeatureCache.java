package io.artrec.feature;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors on disk: one file per feature, version, parameters and fingerprint; in it, vectors by the
 * hash of the content they were computed from. A file that is damaged or foreign is logged and
 * replaced. Files are written beside and renamed, so two processes with one cache lose work at
 * worst, never a file. Thread-safe.
 */
final class FeatureCache {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureCache.class);
  private static final long MAGIC = 0x4152545245434643L;
  private static final int FORMAT = 2;

  /** The same, without sparse vectors. */
  private static final int FORMAT_OF_WHOLE_VECTORS = 1;

  /** What stands in the place of a vector that there is none of. */
  private static final byte ABSENT = 0;

  private final Path file;
  private final int dimensions;
  private final Map<String, Optional<CompactVector>> vectors = new ConcurrentHashMap<>();
  private volatile boolean changed;

  private FeatureCache(Path file, int dimensions) {
    this.file = file;
    this.dimensions = dimensions;
  }

  static FeatureCache open(Path folder, FeatureSpec spec, FeatureEncoder encoder) {
    CacheFiles.makeFolder(folder);
    String key =
        ContentHash.ofTexts(
            spec.name(),
            Integer.toString(spec.version()),
            spec.parameters(),
            encoder.fingerprint());
    FeatureCache cache =
        new FeatureCache(
            folder.resolve(spec.name() + "-" + key.substring(0, 16) + ".vectors"),
            encoder.dimensions());
    cache.load();
    return cache;
  }

  /**
   * The cached result for content: a vector, or its known absence; empty when the content was never
   * seen.
   */
  Optional<Optional<float[]>> find(String contentHash) {
    return Optional.ofNullable(vectors.get(contentHash))
        .flatMap(known -> Optional.of(known.map(CompactVector::toArray)));
  }

  void put(String contentHash, Optional<float[]> vector) {
    vectors.put(contentHash, vector.map(CompactVector::of));
    changed = true;
  }

  void save() {
    if (changed && CacheFiles.replace(file, this::write)) {
      changed = false;
    }
  }

  private void write(Path beside) throws IOException {
    Map<String, Optional<CompactVector>> entries = Map.copyOf(vectors);
    CRC32C crc = new CRC32C();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new CheckedOutputStream(Files.newOutputStream(beside), crc), 1 << 16))) {
      out.writeLong(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(dimensions);
      out.writeInt(entries.size());
      for (Map.Entry<String, Optional<CompactVector>> entry : entries.entrySet()) {
        out.writeUTF(entry.getKey());
        if (entry.getValue().isPresent()) {
          entry.getValue().get().write(out);
        } else {
          out.writeByte(ABSENT);
        }
      }
      out.flush();
      out.writeLong(crc.getValue());
    }
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    CRC32C crc = new CRC32C();
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), crc);
        DataInputStream in = new DataInputStream(checked)) {
      if (in.readLong() != MAGIC || !isKnown(in.readInt()) || in.readInt() != dimensions) {
        throw new IOException("another format");
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String hash = in.readUTF();
        byte kind = in.readByte();
        vectors.put(
            hash,
            kind == ABSENT
                ? Optional.empty()
                : Optional.of(CompactVector.read(kind, dimensions, in)));
      }
      long expected = crc.getValue();
      if (in.readLong() != expected) {
        throw new IOException("the checksum does not match");
      }
    } catch (IOException e) {
      LOG.warn("feature cache {} is damaged or foreign and is made anew: {}", file, e.toString());
      vectors.clear();
    }
  }

  private static boolean isKnown(int format) {
    return format == FORMAT || format == FORMAT_OF_WHOLE_VECTORS;
  }
}
