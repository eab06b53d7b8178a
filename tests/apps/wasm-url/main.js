import { BanSpreadElement } from "banspread";
import wasmUrl from "banspread/banspread.wasm?url";

BanSpreadElement.wasmUrl = wasmUrl;
