import { mkdtempSync, rmSync } from "node:fs";
import { createClient } from "@libsql/client";
import { fileDatabases } from "./file.ts";
const folder = mkdtempSync("/tmp/fdb-");
const dbs = fileDatabases({ folder });
const db = await dbs.create("a");
const c = createClient({ url: `file:${folder}/c.db` });
const schema="create table t(id integer primary key, a text, b integer, c text)";
const fill=Array.from({length:1000},(_, i)=>({sql:"insert into t(a,b,c) values(?,?,?)",args:["name "+i,i,"some longer text here"]}));
await db.commit([{sql:schema,args:[]}, ...fill]); await c.execute("pragma journal_mode=wal"); await c.execute(schema); await c.batch(fill,"write");
const one="select id,a,b,c from t where id=?", lim=one+" limit 1", twenty="select id,a,b,c from t where id>? order by id limit 20";
const best:Record<string,number>={};
async function run(name:string,n:number,par:number,f:(i:number)=>Promise<unknown>){let i=0;const t=performance.now();await Promise.all(Array.from({length:par},async()=>{while(i<n)await f(i++)}));best[name]=Math.max(best[name]??0,Math.round(n/(performance.now()-t)*1000))}
const w=(i:number)=>[{sql:"update t set b=b+1 where id=?",args:[i%1000+1]},{sql:"insert into t(a,b,c) values(?,?,?)",args:["x",i,"y"]}];
for(let k=0;k<8;k++){
 await run("point",20000,1,i=>db.read([{sql:one,args:[i%1000]}])); await run("client point",5000,1,i=>c.execute({sql:one,args:[i%1000]}));
 await run("point limit 1",20000,1,i=>db.read([{sql:lim,args:[i%1000]}])); await run("client point limit 1",5000,1,i=>c.execute({sql:lim,args:[i%1000]}));
 await run("20 rows",5000,1,i=>db.read([{sql:twenty,args:[i%900]}])); await run("client 20 rows",2000,1,i=>c.execute({sql:twenty,args:[i%900]}));
 await run("4 in one read",5000,1,i=>db.read([1,2,3,4].map(j=>({sql:one,args:[(i+j)%900]})))); await run("client 4 in one read",1000,1,i=>c.batch([1,2,3,4].map(j=>({sql:one,args:[(i+j)%900]})),"read"));
 await run("commit single",500,1,i=>db.commit(w(i))); await run("client commit single",500,1,i=>c.batch(w(i),"write"));
 await run("commit 64",10000,64,i=>db.commit(w(i))); await run("client commit 64",1000,64,i=>c.batch(w(i),"write"));
}
console.log(best); c.close(); await dbs.close(); rmSync(folder,{recursive:true});
