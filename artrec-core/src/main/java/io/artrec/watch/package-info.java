/**
 * Watching a recommender while it lives: {@link io.artrec.watch.RecommenderWatch} counts what it
 * hears as a listener and makes {@link io.artrec.watch.WatchReport}s that a person can read; {@link
 * io.artrec.watch.MicrometerMetrics} passes the same news on to an application's meters.
 */
@NullMarked
package io.artrec.watch;

import org.jspecify.annotations.NullMarked;
