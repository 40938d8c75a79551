package io.artrec.spring.boot;

import io.artrec.RefreshPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an application says of its recommender in its properties, by {@code artrec.…}. Not
 * thread-safe.
 */
@ConfigurationProperties("artrec")
public class ArtrecProperties {
  private @Nullable Path model;
  private boolean saveOnClose;
  private @Nullable Path log;
  private @Nullable Path cache;
  private @Nullable Path images;
  private @Nullable Integer threads;
  private @Nullable Long seed;
  private @Nullable String strategy;
  private final Refresh refresh = new Refresh();

  /** Creates properties without values. */
  public ArtrecProperties() {}

  /**
   * Returns the model file: loaded where it exists, written where it does not and the recommender
   * is built.
   *
   * @return the file, or null for none
   */
  public @Nullable Path getModel() {
    return model;
  }

  /**
   * Sets the model file.
   *
   * @param file the file, or null for none
   */
  public void setModel(@Nullable Path file) {
    model = file;
  }

  /**
   * Returns whether the model file is written again when the application ends.
   *
   * @return false unless set
   */
  public boolean isSaveOnClose() {
    return saveOnClose;
  }

  /**
   * Sets whether the model file is written again when the application ends.
   *
   * @param saved whether it is
   */
  public void setSaveOnClose(boolean saved) {
    saveOnClose = saved;
  }

  /** {@return the folder of the log, which makes what is recorded durable; or null for no log} */
  public @Nullable Path getLog() {
    return log;
  }

  /**
   * Sets the folder of the log.
   *
   * @param folder the folder, or null for no log
   */
  public void setLog(@Nullable Path folder) {
    log = folder;
  }

  /** {@return the folder in which computed features are kept, or null for none} */
  public @Nullable Path getCache() {
    return cache;
  }

  /**
   * Sets the folder in which computed features are kept.
   *
   * @param folder the folder, or null for none
   */
  public void setCache(@Nullable Path folder) {
    cache = folder;
  }

  /** {@return the folder of the works' images, or null for none} */
  public @Nullable Path getImages() {
    return images;
  }

  /**
   * Sets the folder of the works' images.
   *
   * @param folder the folder, or null for none
   */
  public void setImages(@Nullable Path folder) {
    images = folder;
  }

  /**
   * {@return how many threads building, learning and batches may use; or null for as many as
   * processors}
   */
  public @Nullable Integer getThreads() {
    return threads;
  }

  /**
   * Sets how many threads building, learning and batches may use.
   *
   * @param count the number, or null for as many as processors
   */
  public void setThreads(@Nullable Integer count) {
    threads = count;
  }

  /**
   * Returns what decides where chance does.
   *
   * @return the seed, or null for the builder's
   */
  public @Nullable Long getSeed() {
    return seed;
  }

  /**
   * Sets what decides where chance does.
   *
   * @param value the seed, or null for the builder's
   */
  public void setSeed(@Nullable Long value) {
    seed = value;
  }

  /**
   * Returns the strategy in words, where no bean is one: {@link
   * io.artrec.strategy.StrategyParser#core}.
   *
   * @return the strategy, or null for the bean or the builder's
   */
  public @Nullable String getStrategy() {
    return strategy;
  }

  /**
   * Sets the strategy in words.
   *
   * @param words the strategy, or null for the bean or the builder's
   */
  public void setStrategy(@Nullable String words) {
    strategy = words;
  }

  /** {@return when the recommender learns by itself, by {@code artrec.refresh.…}} */
  public Refresh getRefresh() {
    return refresh;
  }

  /** When a recommender learns by itself: what {@link RefreshPolicy} sets, by its names. */
  public static class Refresh {
    private boolean enabled;
    private @Nullable Integer afterEvents;
    private double afterShare = 0.05;
    private @Nullable Duration every;
    private @Nullable Duration retrainEvery;
    private @Nullable Integer threads;
    private @Nullable Boolean saving;

    /** Creates settings of a recommender that learns when it is told to. */
    public Refresh() {}

    /**
     * Returns whether it learns by itself.
     *
     * @return false unless set
     */
    public boolean isEnabled() {
      return enabled;
    }

    /**
     * Sets whether it learns by itself.
     *
     * @param on whether it does
     */
    public void setEnabled(boolean on) {
      enabled = on;
    }

    /** {@return after how many events it refreshes, or null for the standard policy's} */
    public @Nullable Integer getAfterEvents() {
      return afterEvents;
    }

    /**
     * Sets after how many events it refreshes.
     *
     * @param events the number, or null for the standard policy's
     */
    public void setAfterEvents(@Nullable Integer events) {
      afterEvents = events;
    }

    /**
     * {@return which share of what is known these events must be, too; 0 or more; 0.05 unless set}
     */
    public double getAfterShare() {
      return afterShare;
    }

    /**
     * Sets which share of what is known these events must be, too.
     *
     * @param share 0 or more
     */
    public void setAfterShare(double share) {
      afterShare = share;
    }

    /** {@return after which time it refreshes, or null for the standard policy's} */
    public @Nullable Duration getEvery() {
      return every;
    }

    /**
     * Sets after which time it refreshes.
     *
     * @param time the time, or null for the standard policy's
     */
    public void setEvery(@Nullable Duration time) {
      every = time;
    }

    /** {@return after which time it trains anew, or null for the standard policy's} */
    public @Nullable Duration getRetrainEvery() {
      return retrainEvery;
    }

    /**
     * Sets after which time it trains anew.
     *
     * @param time the time, or null for the standard policy's
     */
    public void setRetrainEvery(@Nullable Duration time) {
      retrainEvery = time;
    }

    /** {@return how many threads learning may use, or null for the standard policy's} */
    public @Nullable Integer getThreads() {
      return threads;
    }

    /**
     * Sets how many threads learning may use.
     *
     * @param count the number, or null for the standard policy's
     */
    public void setThreads(@Nullable Integer count) {
      threads = count;
    }

    /** {@return whether each learning is followed by saving, or null for the standard policy's} */
    public @Nullable Boolean getSaving() {
      return saving;
    }

    /**
     * Sets whether each learning is followed by saving.
     *
     * @param saved whether it is, or null for the standard policy's
     */
    public void setSaving(@Nullable Boolean saved) {
      saving = saved;
    }

    RefreshPolicy policy() {
      if (!enabled) {
        return RefreshPolicy.none();
      }
      RefreshPolicy policy = RefreshPolicy.standard();
      policy = afterEvents == null ? policy : policy.after(afterEvents, afterShare);
      policy = every == null ? policy : policy.every(every);
      policy = retrainEvery == null ? policy : policy.retrainEvery(retrainEvery);
      policy = threads == null ? policy : policy.threads(threads);
      return saving == null ? policy : policy.saving(saving);
    }
  }
}
