package io.artrec.cf.data;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Preferences;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.strategy.Query;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * What counts as an entry of the matrix of visitors by works: how a history becomes a row. The same
 * rule turns the history of whoever asks into the vector that is scored. Values beyond a million
 * count as a million, so that squares and sums stay finite in float.
 */
public enum Feedback {
  /**
   * The preference model's weight: kinds, ratings on their scale and time decay; negative for
   * dislikes. Neutral works have no entry.
   */
  PREFERENCE {
    @Override
    double value(double preference) {
      return preference;
    }
  },
  /** 1 where the preference is above 0. */
  POSITIVE {
    @Override
    double value(double preference) {
      return preference > 0 ? 1 : 0;
    }
  },
  /** 1 for every work of the history, liked or not: for logs in which acting at all is the sign. */
  ANY {
    @Override
    double value(double preference) {
      return 1;
    }
  },
  /** The latest rating as it was given; works without a rating have no entry. */
  RATING {
    @Override
    double value(double preference) {
      throw new IllegalStateException("ratings come from the history");
    }

    @Override
    public SparseVector of(History history, Preferences preferences) {
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
  };

  private static final double MOST = 1e6;

  abstract double value(double preference);

  /**
   * Returns the vector of whoever asks.
   *
   * @param query who asks
   * @return entries by catalogue index
   */
  public SparseVector of(Query query) {
    return of(query.history(), query.preferences());
  }

  /**
   * Returns the vector of a history.
   *
   * @param history the events
   * @param preferences what the preference model makes of them
   * @return entries by catalogue index
   */
  public SparseVector of(History history, Preferences preferences) {
    int[] artworks = new int[preferences.size()];
    float[] values = new float[artworks.length];
    int count = 0;
    for (int i = 0; i < artworks.length; i++) {
      float value = (float) Math.max(-MOST, Math.min(MOST, value(preferences.weight(i))));
      if (value != 0) {
        artworks[count] = preferences.artwork(i);
        values[count++] = value;
      }
    }
    return new SparseVector(Arrays.copyOf(artworks, count), Arrays.copyOf(values, count));
  }

  /**
   * Returns the matrix to train on: a row per visitor of the dataset, a column per work of the
   * catalogue. O(events · log(events of a visitor)); 8 bytes an event.
   *
   * @param context the dataset and its preference model
   * @return the matrix
   */
  public SparseMatrix matrix(TrainingContext context) {
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
      SparseVector row = of(history, context.preferenceModel().apply(history, context.nowMillis()));
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
