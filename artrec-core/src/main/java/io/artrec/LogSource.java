package io.artrec;

import io.artrec.encryption.Encryption;
import io.artrec.log.ChangeLog;
import io.artrec.log.FileLog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a recommender's log comes from, and whether it is the recommender's to close. */
final class LogSource {
  private final String description;
  private final Function<Encryption, ChangeLog> opener;
  private final boolean owned;

  private LogSource(String description, Function<Encryption, ChangeLog> opener, boolean owned) {
    this.description = description;
    this.opener = opener;
    this.owned = owned;
  }

  static LogSource of(Path folder) {
    return new LogSource(folder.toString(), encryption -> FileLog.open(folder, encryption), true);
  }

  static LogSource of(ChangeLog log) {
    return new LogSource("the log " + log.id(), encryption -> log, false);
  }

  /** Opens a log for what makes a recommender; closes it again when that fails. */
  static Recommender using(
      @Nullable LogSource source, Encryption encryption, Function<Open, Recommender> maker) {
    Open open =
        source == null
            ? new Open(Optional.empty(), false)
            : new Open(Optional.of(source.opener.apply(encryption)), source.owned);
    boolean made = false;
    try {
      Recommender recommender = maker.apply(open);
      made = true;
      return recommender;
    } finally {
      if (!made) {
        open.close();
      }
    }
  }

  @Override
  public String toString() {
    return description;
  }

  /**
   * An open log, or none.
   *
   * @param log the log
   * @param owned whether closing the recommender closes it
   */
  record Open(Optional<ChangeLog> log, boolean owned) {
    boolean isOf(String id) {
      return log.isPresent() && log.get().id().equals(id);
    }

    void close() {
      if (owned) {
        log.ifPresent(ChangeLog::close);
      }
    }
  }
}
