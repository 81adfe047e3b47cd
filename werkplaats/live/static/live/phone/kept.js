/* What this phone keeps: answers on their way and texts half written. IndexedDB, or memory where there is none. */
const NAME = "werkplaats";
const STORES = ["items", "drafts"];

function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => STORES.forEach((store) => request.result.createObjectStore(store));
  return asked(request);
}

class Kept {
  constructor(database) {
    this.database = database;
    this.memory = { items: new Map(), drafts: new Map() };
  }

  /** Resolves when it is on disk. */
  put(store, key, value) {
    this.memory[store].set(key, value);
    return this.write(store, (rows) => rows.put(value, key));
  }

  drop(store, key) {
    this.memory[store].delete(key);
    return this.write(store, (rows) => rows.delete(key));
  }

  async all(store) {
    return [...this.memory[store].values()];
  }

  async load() {
    if (!this.database) return;
    for (const store of STORES) {
      const rows = this.database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
      keys.forEach((key, i) => this.memory[store].set(key, values[i]));
    }
  }

  write(store, change) {
    if (!this.database) return Promise.resolve();
    return new Promise((done) => {
      const work = this.database.transaction(store, "readwrite", { durability: "strict" });
      work.oncomplete = work.onerror = work.onabort = () => done();
      change(work.objectStore(store));
      if (work.commit) work.commit();
    });
  }

  /** Forgets everything of this evening on this phone. */
  async wipe() {
    this.memory = { items: new Map(), drafts: new Map() };
    if (!this.database) return;
    this.database.close();
    this.database = null;
    await asked(indexedDB.deleteDatabase(NAME));
  }
}

export async function openKept() {
  const kept = new Kept(await open().catch(() => null));
  await kept.load();
  return kept;
}
