package io.artrec.log;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeySource;
import io.artrec.encryption.internal.AesGcm;
import io.artrec.encryption.internal.AesGcm.Bytes;
import io.artrec.encryption.internal.DataKey;
import io.artrec.log.LogFiles.LogFile;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key for each visitor of one log, in a file of slots that are encrypted under a key of the file.
 * A slot is overwritten with zeros when its key is destroyed, and is not used again. Thread-safe.
 * Memory: some 300 bytes a visitor.
 *
 * <p>A key is named by a drawn handle in the changes that it encrypts, and by a pseudonym in its
 * slot. It holds for the changes from one number on, until a mark erases its visitor: who comes
 * back after that has another one.
 */
final class UserKeyFile implements Closeable {
  /** What stands before an encrypted change: the handle and a nonce. */
  static final int BEFORE = Long.BYTES + AesGcm.NONCE_BYTES;

  private static final byte[] MAGIC = "artrec-visitor-keys-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 512;
  private static final int SLOT = 128;
  private static final int NAME = 16;
  private static final int PLAIN = NAME + 2 * Long.BYTES + AesGcm.KEY_BYTES;
  private static final int SEALED = PLAIN + AesGcm.TAG_BYTES;

  /** How a slot begins whose key was destroyed, or half destroyed. */
  private static final byte[] NO_NONCE = new byte[AesGcm.NONCE_BYTES];

  /** A visitor's key. */
  private record Key(String name, long handle, long since, SecretKey key) {}

  private final LogStorage storage;
  private final Path path;
  private final UUID log;
  private final Map<String, List<Key>> byName = new HashMap<>();
  private final Long2ObjectOpenHashMap<Key> byHandle = new Long2ObjectOpenHashMap<>();
  private final Long2IntOpenHashMap slots = new Long2IntOpenHashMap();

  /** Keys that new changes are under, by name. */
  private final Map<String, Key> current = new HashMap<>();

  /** Keys that were made for changes which are not written yet. */
  private final List<Key> made = new ArrayList<>();

  private int count;
  private @Nullable LogLock lock;
  private @Nullable LogFile file;
  private @Nullable AesGcm cipher;
  private boolean unsynced;

  private UserKeyFile(LogStorage storage, Path path, UUID log) {
    this.storage = storage;
    this.path = path;
    this.log = log;
  }

  /**
   * Opens the file, or makes it.
   *
   * @param last the log's last number; keys that hold from later ones on were made for changes that
   *     did not come to be written
   * @param personal whether the log may hold changes under keys of it
   * @throws LogException when it is missing and needed, damaged, or of another log
   */
  static UserKeyFile open(LogStorage storage, Path path, UUID log, long last, boolean personal)
      throws IOException {
    UserKeyFile keys = new UserKeyFile(storage, path.toAbsolutePath(), log);
    boolean opened = false;
    LogLock lock = LogLock.beside(keys.path, "the file of visitors' keys");
    keys.lock = lock;
    try {
      storage.files().delete(keys.part());
      if (Files.exists(keys.path)) {
        keys.load(last);
      } else if (personal && last > 0) {
        throw new LogException(
            "the log holds changes under keys of visitors, and their file "
                + path
                + " is missing; put it back: without it nothing of visitors can be read",
            null);
      } else {
        keys.rewrite();
      }
      opened = true;
      return keys;
    } finally {
      if (!opened) {
        LogPlace.closeQuietly(keys.file);
        LogPlace.closeQuietly(lock);
      }
    }
  }

  private Path part() {
    return path.resolveSibling(path.getFileName() + Segment.PART);
  }

  private KeySource source() {
    return storage.encryption().keys().orElseThrow();
  }

  /** What the header says, and is bound to the file's key. */
  private byte[] context() {
    return ByteBuffer.allocate(MAGIC.length + 2 * Long.BYTES)
        .put(MAGIC)
        .putLong(log.getMostSignificantBits())
        .putLong(log.getLeastSignificantBits())
        .array();
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private LogException damaged(String what) {
    return new LogException(
        "the file of visitors' keys " + path + " " + what + "; put its last copy back", null);
  }

  private void load(long last) throws IOException {
    LogFile open = storage.files().write(path);
    file = open;
    byte[] header = new byte[HEADER];
    int read = RecordSearch.read(open, 0, header, HEADER);
    byte[] context = context();
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw damaged("is none of this version, or its beginning is damaged");
    }
    if (read < HEADER || LogRecord.intAt(header, HEADER - 4) != crc(header, HEADER - 4)) {
      throw damaged("is damaged in its header");
    }
    if (!Arrays.equals(header, 0, context.length, context, 0, context.length)) {
      throw new LogException(
          "the file of visitors' keys " + path + " is of another log; pass this log's own", null);
    }
    int length = LogRecord.intAt(header, context.length);
    byte[] envelope = Arrays.copyOfRange(header, context.length + 4, context.length + 4 + length);
    try {
      cipher = new AesGcm(DataKey.open(source(), envelope, context).key());
    } catch (EncryptionException e) {
      throw new LogException(
          "cannot open the file of visitors' keys " + path + ": " + e.getMessage(), e);
    }
    byte[] slot = new byte[SLOT];
    long size = open.size();
    count = (int) ((size - HEADER) / SLOT);
    for (int i = 0; i < count; i++) {
      RecordSearch.read(open, place(i), slot, SLOT);
      read(i, slot, i == count - 1);
    }
    for (List<Key> keys : byName.values()) {
      keys.stream().filter(key -> key.since() <= last).forEach(key -> current.put(key.name(), key));
    }
  }

  private static long place(int slot) {
    return HEADER + (long) slot * SLOT;
  }

  /** Reads a slot; one at the end that a crash left unfinished was never in use. */
  private void read(int index, byte[] slot, boolean last) {
    if (Arrays.equals(slot, 0, AesGcm.NONCE_BYTES, NO_NONCE, 0, AesGcm.NONCE_BYTES)) {
      return;
    }
    boolean whole = LogRecord.intAt(slot, SLOT - 4) == crc(slot, SLOT - 4);
    byte[] plain = new byte[PLAIN];
    if (whole) {
      whole =
          cipher()
              .open(
                  new Bytes(slot, 0, AesGcm.NONCE_BYTES),
                  Bytes.of(context()),
                  new Bytes(slot, AesGcm.NONCE_BYTES, SEALED),
                  plain,
                  0);
    }
    if (!whole && last && LogRecord.intAt(slot, SLOT - 4) == 0) {
      count = index;
      return;
    }
    if (!whole) {
      throw damaged("is damaged in slot " + index);
    }
    ByteBuffer in = ByteBuffer.wrap(plain).position(NAME);
    String name = HexFormat.of().formatHex(plain, 0, NAME);
    keep(
        new Key(
            name,
            in.getLong(),
            in.getLong(),
            new SecretKeySpec(plain, PLAIN - AesGcm.KEY_BYTES, AesGcm.KEY_BYTES, "AES")),
        index);
  }

  private void keep(Key key, int slot) {
    List<Key> keys = byName.computeIfAbsent(key.name(), name -> new ArrayList<>());
    keys.add(key);
    keys.sort((a, b) -> Long.compare(a.since(), b.since()));
    byHandle.put(key.handle(), key);
    slots.put(key.handle(), slot);
  }

  private AesGcm cipher() {
    if (cipher == null) {
      throw new LogException("the file of visitors' keys " + path + " is closed", null);
    }
    return cipher;
  }

  private LogFile file() {
    if (file == null) {
      throw new LogException("the file of visitors' keys " + path + " is closed", null);
    }
    return file;
  }

  private static String name(String pseudonym) {
    return pseudonym.substring(0, 2 * NAME);
  }

  /**
   * Encrypts a change under its visitor's key, which is made when there is none; {@link #sync} must
   * come before the change is written.
   *
   * @param number the change's number
   */
  synchronized byte[] seal(String pseudonym, long number, byte[] payload) throws IOException {
    String name = name(pseudonym);
    Key key = current.get(name);
    if (key == null) {
      key = make(name, number);
    }
    byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
    byte[] out = new byte[BEFORE + payload.length + AesGcm.TAG_BYTES];
    LogRecord.putLong(out, 0, key.handle());
    System.arraycopy(nonce, 0, out, Long.BYTES, nonce.length);
    cipher()
        .under(key.key())
        .seal(Bytes.of(nonce), new Bytes(out, 0, Long.BYTES), Bytes.of(payload), out, BEFORE);
    return out;
  }

  private Key make(String name, long number) throws IOException {
    long handle;
    do {
      handle = ByteBuffer.wrap(AesGcm.random(Long.BYTES)).getLong();
    } while (byHandle.containsKey(handle));
    SecretKey secret = new SecretKeySpec(AesGcm.random(AesGcm.KEY_BYTES), "AES");
    Key key = new Key(name, handle, number, secret);
    unsynced = true;
    file().write(place(count), sealed(key), SLOT);
    keep(key, count++);
    current.put(name, key);
    made.add(key);
    return key;
  }

  private byte[] sealed(Key key) {
    byte[] slot = new byte[SLOT];
    byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
    System.arraycopy(nonce, 0, slot, 0, nonce.length);
    byte[] plain =
        ByteBuffer.allocate(PLAIN)
            .put(HexFormat.of().parseHex(key.name()))
            .putLong(key.handle())
            .putLong(key.since())
            .put(key.key().getEncoded())
            .array();
    cipher().seal(Bytes.of(nonce), Bytes.of(context()), Bytes.of(plain), slot, nonce.length);
    LogRecord.putInt(slot, SLOT - 4, crc(slot, SLOT - 4));
    return slot;
  }

  /** Brings keys that were made to the disk. */
  synchronized void sync() throws IOException {
    if (unsynced) {
      file().sync();
      unsynced = false;
    }
  }

  /**
   * Takes note of whether the changes since the last call were written. When they were not, their
   * numbers are given again, and keys that were made for them hold from too late a number on.
   */
  synchronized void settle(boolean written) {
    if (!written) {
      made.forEach(key -> current.remove(key.name(), key));
    }
    made.clear();
  }

  /** Puts no more changes of a visitor under the key of now. */
  synchronized void retire(String pseudonym) {
    current.remove(name(pseudonym));
  }

  /** Finds a key by its handle; empty when it was destroyed. */
  synchronized Optional<SecretKey> find(long handle) {
    return Optional.ofNullable(byHandle.get(handle)).map(Key::key);
  }

  /**
   * Destroys a visitor's keys for good.
   *
   * @param before those that hold for changes from a lower number on
   */
  synchronized void destroy(String pseudonym, long before) throws IOException {
    String name = name(pseudonym);
    List<Key> keys = byName.getOrDefault(name, List.of());
    List<Key> gone = keys.stream().filter(key -> key.since() < before).toList();
    for (Key key : gone) {
      file().write(place(slots.get(key.handle())), new byte[SLOT], SLOT);
    }
    if (!gone.isEmpty()) {
      file().sync();
      for (Key key : gone) {
        byHandle.remove(key.handle());
        slots.remove(key.handle());
        current.remove(name, key);
      }
      keys.removeAll(gone);
      if (keys.isEmpty()) {
        byName.remove(name);
      }
    }
  }

  /** Writes all keys again, under a new key of the file and the application's current one. */
  synchronized void rewrite() throws IOException {
    byte[] context = context();
    DataKey key = DataKey.create(source(), context);
    byte[] header = new byte[HEADER];
    byte[] envelope = key.envelope();
    ByteBuffer.wrap(header).put(context).putInt(envelope.length).put(envelope);
    LogRecord.putInt(header, HEADER - 4, crc(header, HEADER - 4));
    AesGcm before = cipher;
    cipher = new AesGcm(key.key());
    boolean done = false;
    LogFile written = storage.files().write(part());
    try {
      written.truncate(0);
      written.write(0, header, HEADER);
      int slot = 0;
      Long2IntOpenHashMap places = new Long2IntOpenHashMap();
      for (Key each : byHandle.values()) {
        written.write(place(slot), sealed(each), SLOT);
        places.put(each.handle(), slot++);
      }
      written.sync();
      rename();
      done = true;
      LogPlace.closeQuietly(file);
      file = written;
      slots.clear();
      slots.putAll(places);
      count = slot;
      storage.files().syncFolder(folder());
    } finally {
      if (!done) {
        cipher = before;
        LogPlace.closeQuietly(written);
      }
    }
  }

  private void rename() throws IOException {
    try {
      storage.files().rename(part(), path);
    } catch (IOException e) {
      if (storage.files().list(folder()).contains(String.valueOf(part().getFileName()))) {
        throw e;
      }
    }
  }

  private Path folder() {
    return Objects.requireNonNull(path.getParent(), "a file has a folder");
  }

  @Override
  public synchronized void close() throws IOException {
    LogFile open = file;
    file = null;
    cipher = null;
    LogPlace.closeQuietly(lock);
    lock = null;
    if (open != null) {
      open.close();
    }
  }
}
