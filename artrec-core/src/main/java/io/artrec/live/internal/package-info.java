/**
 * What visitors did since training, in memory: {@link io.artrec.live.internal.LiveEvents} by
 * visitor, {@link io.artrec.live.internal.EventIds} so that what is sent twice is recorded once.
 * What they choose and are interested in is in {@link io.artrec.live.internal.LivePreferences} and
 * {@link io.artrec.live.internal.LiveInterests}. What makes it durable is the log.
 */
@NullMarked
package io.artrec.live.internal;

import org.jspecify.annotations.NullMarked;
