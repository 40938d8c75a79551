/**
 * What visitors did since training, in memory: {@link io.artrec.live.LiveEvents} by visitor, {@link
 * io.artrec.live.EventIds} so that what is sent twice is recorded once. What they choose and are
 * interested in is in {@link io.artrec.live.LivePreferences} and {@link
 * io.artrec.live.LiveInterests}. What makes it durable is the log.
 */
@NullMarked
package io.artrec.live;

import org.jspecify.annotations.NullMarked;
