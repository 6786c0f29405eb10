import os; os.environ['KERAS_BACKEND']=os.environ.get('KERAS_BACKEND','numpy')
import numpy as np, keras
from keras import metrics as M
def numbers(count,width,a,b,m):
    i=np.arange(count*width); return (((i*a+b)%m)/np.float32(m)).astype('float32').reshape(count,width)
def onehot(count,width):
    t=np.zeros((count,width),'float32'); t[np.arange(count),(np.arange(count)*7+3)%width]=1; return t
cases=[]
def run(phrase,metric,p,t,batches):
    s=0
    for b in batches:
        metric.update_state(t[s:s+b],p[s:s+b]); s+=b
    r=np.asarray(metric.result())
    print(phrase+'|'+str(p.shape[1])+'|'+('%.9g'%float(r)))
B=[32,32,32,4]
for w in (1,3,12):
    p=numbers(100,w,37,11,101)
    if w>1: p=(p/p.sum(1,keepdims=True)).astype('float32')
    t=onehot(100,w) if w>1 else ((np.arange(100)*7+3)%3==0).astype('float32').reshape(100,1)
    run('precision',M.Precision(),p,t,B); run('recall',M.Recall(),p,t,B)
    run('precision(0.1)',M.Precision(thresholds=0.1),p,t,B); run('recall(0.1)',M.Recall(thresholds=0.1),p,t,B)
    if w>1:
        run('precision(0.3,class_id=1)',M.Precision(thresholds=0.3,class_id=1),p,t,B); run('recall(0.3,class_id=1)',M.Recall(thresholds=0.3,class_id=1),p,t,B)
        for a in('macro','micro','weighted'): run('f1_score(%s)'%a,M.F1Score(average=a),p,t,B)
        run('top_k_categorical_accuracy',M.TopKCategoricalAccuracy(),p,t,B); run('top_k_categorical_accuracy(2)',M.TopKCategoricalAccuracy(k=2),p,t,B)
    else:
        run('f1_score(macro)',M.F1Score(average='macro',threshold=0.5),p,t,B)
    run('auc',M.AUC(),p,t,B); run('auc(curve=PR)',M.AUC(curve='PR'),p,t,B); run('auc(7)',M.AUC(num_thresholds=7),p,t,B)
for w in (1,3):
    p=numbers(100,w,37,11,101)*4-2; t=numbers(100,w,53,5,97)*5-2
    p=p.astype('float32'); t=t.astype('float32')
    q=(t+0.3*p).astype('float32')
    for ph,m in(('mean_absolute_error',M.MeanAbsoluteError),('mean_squared_error',M.MeanSquaredError),('root_mean_squared_error',M.RootMeanSquaredError),('r2_score',M.R2Score)):
        run(ph+' ',m(),q,t,B)
