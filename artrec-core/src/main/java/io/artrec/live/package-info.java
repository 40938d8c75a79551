/**
 * What visitors did since training. {@link io.artrec.live.LiveEvents} holds it in memory, per
 * visitor; a {@link io.artrec.live.Journal} makes it durable before it is acknowledged.
 */
@NullMarked
package io.artrec.live;

import org.jspecify.annotations.NullMarked;
