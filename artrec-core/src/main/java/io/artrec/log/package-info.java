/**
 * The log: one ordered, durable sequence of what changed, the truth that everything living is
 * restored from. {@link io.artrec.log.ChangeLog} is the contract, {@link io.artrec.log.FileLog}
 * keeps it in a folder of files, {@link io.artrec.log.MemoryLog} in memory; databases and queues
 * fit behind the same contract ({@code ChangeLogContract} of artrec-testkit).
 */
@NullMarked
package io.artrec.log;

import org.jspecify.annotations.NullMarked;
