package io.artrec.filter;

import io.artrec.behavior.History;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** Rejects works the history has an event with, whatever the kind. */
record Unseen() implements Filter {
  @Override
  public boolean accepts(Subject subject) {
    History history = subject.history();
    for (int event = 0; event < history.size(); event++) {
      if (history.artwork(event) == subject.index()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String description() {
    return "unseen";
  }

  @Override
  public Filter prepare(History history) {
    IntOpenHashSet seen = new IntOpenHashSet(history.size());
    for (int event = 0; event < history.size(); event++) {
      seen.add(history.artwork(event));
    }
    return new Filter() {
      @Override
      public boolean accepts(Subject subject) {
        return !seen.contains(subject.index());
      }

      @Override
      public String description() {
        return "unseen";
      }
    };
  }

  @Override
  public String toString() {
    return description();
  }
}
