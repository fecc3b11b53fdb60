const present = 5_000;
const sweepEvery = 60_000;

interface Device {
  seenAt: number;
  /** Somebody else changed what is no field since this device last asked. */
  stirred: boolean;
}

/** What a device learns about the others in its room. */
export interface Others {
  readonly others: boolean;
  readonly stirred: boolean;
}

/**
 * Which devices have a record open, as far as this process was asked in the last seconds: rooms with company ask more
 * often, and hear at once when a goal or an attendance changed elsewhere. Lost with the process, and nothing is lost.
 */
export class RoomPresence {
  readonly #rooms = new Map<string, Map<string, Device>>();
  #sweptAt = 0;

  /** A device asks; `stirred` says that it just changed what is no field of the record. */
  note(room: string, device: string, { stirred, now }: { stirred: boolean; now: number }): Others {
    if (now - this.#sweptAt > sweepEvery) this.#sweep(now);
    const devices = this.#rooms.get(room) ?? new Map<string, Device>();
    this.#rooms.set(room, devices);
    forgetAbsent(devices, now);
    const own = devices.get(device);
    devices.set(device, { seenAt: now, stirred: false });
    const others = [...devices].filter(([name]) => name !== device);
    if (stirred) for (const [, other] of others) other.stirred = true;
    return { others: others.length > 0, stirred: own?.stirred ?? false };
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [room, devices] of this.#rooms) {
      forgetAbsent(devices, now);
      if (devices.size === 0) this.#rooms.delete(room);
    }
  }
}

function forgetAbsent(devices: Map<string, Device>, now: number): void {
  for (const [name, { seenAt }] of devices) if (now - seenAt > present) devices.delete(name);
}
