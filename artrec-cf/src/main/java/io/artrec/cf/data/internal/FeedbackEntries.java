package io.artrec.cf.data.internal;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Preferences;
import io.artrec.cf.data.Feedback;
import io.artrec.strategy.Query;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/** Histories as rows of the matrix of visitors by works, by what a {@link Feedback} counts. */
public final class FeedbackEntries {
  private static final double MOST = 1e6;

  private FeedbackEntries() {}

  /**
   * Returns the vector of whoever asks.
   *
   * @param feedback what counts
   * @param query who asks
   * @return entries by catalogue index
   */
  public static SparseVector of(Feedback feedback, Query query) {
    return of(feedback, query.history(), query.preferences());
  }

  /**
   * Returns the vector of a history.
   *
   * @param feedback what counts
   * @param history the events
   * @param preferences what the preference model makes of them
   * @return entries by catalogue index
   */
  public static SparseVector of(Feedback feedback, History history, Preferences preferences) {
    return feedback == Feedback.RATING
        ? ratings(history, preferences)
        : weights(feedback, preferences);
  }

  private static SparseVector ratings(History history, Preferences preferences) {
    int[] artworks = new int[preferences.size()];
    float[] ratings = new float[artworks.length];
    boolean[] rated = new boolean[artworks.length];
    for (int i = 0; i < artworks.length; i++) {
      artworks[i] = preferences.artwork(i);
    }
    for (int event = 0; event < history.size(); event++) {
      if (history.kind(event) == InteractionKind.RATING) {
        int at = Arrays.binarySearch(artworks, history.artwork(event));
        if (at >= 0) {
          ratings[at] = (float) Math.max(-MOST, Math.min(MOST, history.value(event)));
          rated[at] = true;
        }
      }
    }
    int count = 0;
    for (int i = 0; i < artworks.length; i++) {
      if (rated[i]) {
        artworks[count] = artworks[i];
        ratings[count++] = ratings[i];
      }
    }
    return new SparseVector(Arrays.copyOf(artworks, count), Arrays.copyOf(ratings, count));
  }

  private static SparseVector weights(Feedback feedback, Preferences preferences) {
    int[] artworks = new int[preferences.size()];
    float[] values = new float[artworks.length];
    int count = 0;
    for (int i = 0; i < artworks.length; i++) {
      double exact = value(feedback, preferences.weight(i));
      float value = (float) Math.max(-MOST, Math.min(MOST, exact));
      if (value != 0) {
        artworks[count] = preferences.artwork(i);
        values[count++] = value;
      }
    }
    return new SparseVector(Arrays.copyOf(artworks, count), Arrays.copyOf(values, count));
  }

  private static double value(Feedback feedback, double preference) {
    return switch (feedback) {
      case PREFERENCE -> preference;
      case POSITIVE -> preference > 0 ? 1 : 0;
      case ANY -> 1;
      case RATING -> throw new IllegalStateException("ratings come from the history");
    };
  }

  /**
   * Returns the matrix to train on: a row per visitor of the dataset, a column per work of the
   * catalogue. O(events · log(events of a visitor)); 8 bytes an event.
   *
   * @param feedback what counts
   * @param context the dataset and its preference model
   * @return the matrix
   */
  public static SparseMatrix matrix(Feedback feedback, TrainingContext context) {
    Dataset dataset = context.dataset();
    int users = dataset.userCount();
    int[] offsets = new int[users + 1];
    int[] indices = new int[dataset.size()];
    float[] values = new float[indices.length];
    int count = 0;
    for (int user = 0; user < users; user++) {
      if (user % 1024 == 0) {
        context.cancellation().check("reading behaviour for training");
        context.progress().update("reading behaviour for training", user, users);
      }
      History history = dataset.history(user);
      SparseVector row =
          of(feedback, history, context.preferenceModel().apply(history, context.nowMillis()));
      System.arraycopy(row.indices(), 0, indices, count, row.size());
      System.arraycopy(row.values(), 0, values, count, row.size());
      count += row.size();
      offsets[user + 1] = count;
    }
    boolean full = count == indices.length;
    return new SparseMatrix(
        dataset.catalog().size(),
        offsets,
        full ? indices : Arrays.copyOf(indices, count),
        full ? values : Arrays.copyOf(values, count));
  }
}
