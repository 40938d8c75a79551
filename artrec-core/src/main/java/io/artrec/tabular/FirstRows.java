package io.artrec.tabular;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first rows of a source whose rows each have their own columns, until it is known what
 * columns there are. Not thread-safe.
 */
final class FirstRows {
  private static final int MOST = 100;
  private static final long MOST_CHARACTERS = 1 << 22;

  private final RowFeed feed;
  private final List<Runnable> held = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private long characters;
  private boolean holding = true;

  FirstRows(RowFeed feed) {
    this.feed = feed;
  }

  /** Takes a row with the names of its columns, those without a value too. */
  void row(Row row, List<String> names, @Nullable Charset malformed) {
    if (!holding) {
      feed.row(row, malformed);
      return;
    }
    columns.addAll(names);
    for (int column = 0; column < row.columns().size(); column++) {
      characters += row.text(column).length();
    }
    hold(() -> feed.row(row, malformed));
  }

  /** Reports something that is no row, in its turn. */
  void bad(long line, String value, String expectation) {
    if (holding) {
      hold(() -> feed.bad(line, value, expectation));
    } else {
      feed.bad(line, value, expectation);
    }
  }

  /** Hands on what is still held. */
  void end() {
    if (holding) {
      holding = false;
      feed.sample(List.copyOf(columns));
      held.forEach(Runnable::run);
      held.clear();
    }
  }

  private void hold(Runnable row) {
    held.add(row);
    if (held.size() >= MOST || characters > MOST_CHARACTERS) {
      end();
    }
  }
}
