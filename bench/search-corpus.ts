const things = [
  "pelatihan",
  "lomba",
  "posko",
  "kartu",
  "mobil",
  "aplikasi",
  "bantuan",
  "jadwal",
  "pameran",
  "rumah",
  "kelas",
  "koperasi",
  "peta",
  "buku",
  "festival",
  "bengkel",
  "kebun",
  "gudang",
  "tim",
  "loket",
];
const subjects = [
  "menjahit",
  "tenun",
  "kopi",
  "kelapa",
  "tari",
  "sepak bola",
  "gitar",
  "batik",
  "sagu",
  "madu",
  "catur",
  "voli",
  "lebah",
  "rotan",
  "keramik",
  "perahu layar",
  "kentang",
  "cengkih",
  "pala",
  "kambing",
  "itik",
  "bambu",
  "anyaman",
  "roti",
  "es krim",
  "sabun",
  "lilin",
  "sepatu",
  "tas",
  "topi",
];
const places = [
  "kecamatan",
  "dermaga",
  "terminal",
  "lapangan",
  "gereja",
  "masjid",
  "museum",
  "bandara",
  "bukit",
  "sungai",
];
const forWhom = [
  "pemuda",
  "pensiunan",
  "pedagang",
  "sopir",
  "tukang kayu",
  "penjahit",
  "pelaut",
  "wartawan",
  "seniman",
  "atlet",
];

/** The nth of `things × subjects × places × people` sentences, each another one, of words that ideas are made of. */
export function sentence(n: number): string {
  const pick = (list: string[], by: number) => list[Math.floor(n / by) % list.length] ?? "";
  const [thing, subject] = [pick(things, 1), pick(subjects, things.length)];
  const [place, person] = [
    pick(places, things.length * subjects.length),
    pick(forWhom, things.length * subjects.length * places.length),
  ];
  return `${thing[0]?.toUpperCase()}${thing.slice(1)} ${subject} di ${place} untuk ${person}`;
}

/** How many different ones there are. */
export const SENTENCES = things.length * subjects.length * places.length * forWhom.length;
