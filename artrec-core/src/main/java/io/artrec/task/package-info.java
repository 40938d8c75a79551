/**
 * What every piece of long work has in common: it tells how far it is, and it stops when asked.
 * Loading, extraction and training take a {@link io.artrec.task.Progress} and a {@link
 * io.artrec.task.Cancellation}.
 */
@NullMarked
package io.artrec.task;

import org.jspecify.annotations.NullMarked;
